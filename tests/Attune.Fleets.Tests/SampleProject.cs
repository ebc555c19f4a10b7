using System.Globalization;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Fleets.Tests;

/// <summary>A compose project in a temporary directory: services named a, b, c… that build the stages of one Dockerfile, or one stage each by an argument.</summary>
internal sealed class SampleProject : IDisposable
{
    private readonly TempDirectory _directory = new();

    public SampleProject(string compose, string dockerfile)
    {
        _directory.Write("compose.yml", compose);
        _directory.Write("Dockerfile", dockerfile);
    }

    /// <summary>Services of one Dockerfile that gets the service's name as the argument <c>SERVICE</c>.</summary>
    public static SampleProject Of(int services, string dockerfile, string prefix = "fleet-test") => new(
        string.Create(CultureInfo.InvariantCulture, $"name: {prefix}\nservices:\n")
        + string.Concat(Names(services).Select(s => $"  {s}: {{ image: \"{prefix}/{s}\", build: {{ context: ., args: {{ SERVICE: {s} }} }} }}\n")), dockerfile);

    public static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => ((char)('a' + i)).ToString());

    public BuildPlan Plan()
    {
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files);
        return BuildPlan.Of(project, new(_directory.Path), files);
    }

    public void Dispose() => _directory.Dispose();
}
