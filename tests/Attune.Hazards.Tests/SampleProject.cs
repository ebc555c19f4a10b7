using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Hazards.Tests;

/// <summary>A small compose project in a temporary directory.</summary>
internal sealed class SampleProject : IDisposable
{
    private readonly TempDirectory _directory = new();

    public SampleProject With(string path, string text)
    {
        _directory.Write(path, text);
        return this;
    }

    public BuildPlan Plan()
    {
        var files = new DiskSourceFiles();
        var request = new ComposeRequest { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() };
        return BuildPlan.Of(ComposeProject.Load(request, files), new(_directory.Path), files);
    }

    /// <summary>The findings as a terminal shows them.</summary>
    public string Describe() => string.Join("\n\n", HazardCheck.Run(Plan()).Select(f => f.Describe()));

    public void Dispose() => _directory.Dispose();
}
