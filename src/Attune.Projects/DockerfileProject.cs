using System.Collections.Immutable;
using Attune.Compose;
using Attune.Source;

namespace Attune.Projects;

/// <summary>
/// Takes plain Dockerfiles for a project: each named stage is one build, and the last stage. All builds may run at the same time, those of one
/// Dockerfile as well as those of different ones: they share the caches of one engine.
/// </summary>
/// <param name="request">Says what paths in messages are relative to.</param>
/// <param name="files">Where from.</param>
public sealed class DockerfileProject(PlanRequest request, ISourceFiles files)
{
    private readonly DockerfileReader _reader = new(files, request.CurrentDirectory);
    private readonly List<DockerfileFault> _faults = [];

    /// <summary>The platforms that each is built for; none means the engine's own.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [];

    /// <summary>Plans the builds. A faulty Dockerfile among others is left out: see <see cref="BuildPlan.Faults"/>.</summary>
    /// <param name="paths">Absolute paths.</param>
    /// <exception cref="LocatedException">The only Dockerfile is faulty.</exception>
    /// <exception cref="UserErrorException">A Dockerfile is missing, or the only one unreadable.</exception>
    public BuildPlan Plan(IEnumerable<string> paths)
    {
        string[] dockerfiles = [.. paths.Distinct(StringComparer.Ordinal)];
        if (Array.Find(dockerfiles, p => !files.FileExists(p)) is { } missing)
            throw new UserErrorException($"The Dockerfile {missing} doesn't exist", "Check --dockerfile.", FaultKind.Usage);
        ImmutableArray<DockerfileBuild> builds = dockerfiles is [var only]
            ? [.. Builds(only, "")]
            : [.. dockerfiles.SelectMany(p => Try(p, () => Builds(p, _reader.Shown(p) + "#").ToList()) ?? [])];
        var project = ComposeProject.OfDockerfiles(request.CurrentDirectory, builds);
        var services = builds.IsEmpty ? [] : ServiceSelection.Select(project, request.Services);
        ImmutableArray<ServicePlan> plans = dockerfiles.Length == 1
            ? [.. services.Select(Plan)]
            : [.. services.Select(s => Try(s.Build!.DockerfilePath!, () => Plan(s))).OfType<ServicePlan>()];
        return new(project, plans) { Faults = [.. _faults.DistinctBy(f => (f.Message, f.Location))] };
    }

    private ServicePlan Plan(ComposeService service) => ServicePlanner.Plan(service, request, _reader);

    private IEnumerable<DockerfileBuild> Builds(string path, string prefix)
    {
        var stages = _reader.Read(path).Stages;
        return from stage in stages
               where stage.Name is not null || stage == stages[^1]
               group stage by stage.DisplayName into named
               select new DockerfileBuild(prefix + named.Key, path, named.Last().Name) { Platforms = Platforms };
    }

    private T? Try<T>(string path, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is LocatedException or UserErrorException)
        {
            _faults.Add(DockerfileFault.Of(_reader.Shown(path), e));
            return null;
        }
    }
}
