using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Caches.Tests;

/// <summary>A compose project in a temporary directory.</summary>
internal sealed class SampleProject : IDisposable
{
    private readonly TempDirectory _directory = new();

    public string Directory => _directory.Path;

    /// <summary>A project whose services are the stages of one Dockerfile.</summary>
    public static SampleProject Of(string dockerfile, params string[] services)
    {
        var project = new SampleProject();
        project.Write("Dockerfile", dockerfile);
        project.Write("compose.yml", "services:\n" + string.Concat(services.Select(s => $"  {s}: {{ build: {{ context: ., target: {s} }} }}\n")));
        return project;
    }

    public void Write(string path, string text) => _directory.Write(path, text);

    public BuildPlan Plan()
    {
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files);
        return BuildPlan.Of(project, new(_directory.Path), files);
    }

    public void Dispose() => _directory.Dispose();
}
