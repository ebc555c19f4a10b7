using System.Collections.Immutable;
using Attune.Compose;
using Attune.Dockerfiles.Resolution;
using Attune.Projects;
using Attune.Source;

namespace Attune.Hazards.Tests;

/// <summary>A small compose project in a temporary directory.</summary>
internal sealed class SampleProject : IDisposable
{
    /// <summary>Two services that build one Dockerfile with different arguments.</summary>
    public const string TwoServices = """
        services:
          api:
            build: { context: ., args: { SERVICE: api } }
          worker:
            build: { context: ., args: { SERVICE: worker } }
        """;

    private readonly TempDirectory _directory = new();

    public string Directory => _directory.Path;

    public SampleProject With(string path, string text)
    {
        _directory.Write(path, text);
        return this;
    }

    public BuildPlan Plan(Func<PlanRequest, PlanRequest>? change = null)
    {
        var files = new DiskSourceFiles();
        var request = new ComposeRequest { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() };
        var plan = new PlanRequest(_directory.Path);
        return BuildPlan.Of(ComposeProject.Load(request, files), change?.Invoke(plan) ?? plan, files);
    }

    public ImmutableArray<Finding> Check() => HazardCheck.Run(Plan());

    /// <summary>The findings of plain Dockerfiles, without a compose file.</summary>
    public ImmutableArray<Finding> CheckDockerfiles(params IEnumerable<string> paths)
    {
        var files = new DiskSourceFiles();
        var request = new PlanRequest(_directory.Path) { ArgumentKnowledge = ArgumentKnowledge.Partial };
        return HazardCheck.Run(new DockerfileProject(request, files).Plan(paths.Select(p => Path.Combine(_directory.Path, p))));
    }

    /// <summary>The codes of the findings with their lines, such as <c>CM001:3</c>.</summary>
    public string Codes() => string.Join(' ', Check().Select(f => $"{f.Rule}:{f.Location.Start.Line}"));

    /// <summary>The findings as a terminal shows them.</summary>
    public string Describe() => string.Join("\n\n", Check().Select(f => f.Describe()));

    public void Dispose() => _directory.Dispose();
}
