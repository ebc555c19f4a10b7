using System.Collections.Immutable;
using Attune.Compose;
using Attune.Source;

namespace Attune.Projects;

/// <summary>
/// Takes plain Dockerfiles for a project: each named stage is one build, and the last stage. Builds of different Dockerfiles run at the same time,
/// and those of one Dockerfile for different platforms; whether its targets do is known if the user names them.
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
            throw new UserErrorException(
                files.DirectoryExists(missing) ? $"{missing} is a directory" : $"The Dockerfile {missing} doesn't exist",
                files.DirectoryExists(missing) ? "Name the Dockerfile in it, or look at all with --all-dockerfiles --project-directory." : "Check --dockerfile.",
                FaultKind.Usage);
        ImmutableArray<DockerfileBuild> builds = dockerfiles is [var only]
            ? [.. Builds(only, "")]
            : [.. Readable(dockerfiles, p => p, p => Builds(p, _reader.Shown(p) + "#").ToList()).SelectMany(b => b)];
        var project = ComposeProject.OfDockerfiles(request.CurrentDirectory, builds);
        var services = builds.IsEmpty ? [] : ServiceSelection.Select(project, request.Services);
        ImmutableArray<ServicePlan> plans = dockerfiles.Length == 1
            ? [.. services.Select(Plan)]
            : [.. Readable(services, s => s.Build!.DockerfilePath!, Plan)];
        return new(project, plans)
        {
            Faults = [.. _faults.DistinctBy(f => (f.Message, f.Location))],
            Targets = request.Services.IsEmpty ? TargetConcurrency.Unknown : TargetConcurrency.Named,
        };
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

    // What can be read; the others' faults are kept.
    private IEnumerable<T> Readable<TItem, T>(IReadOnlyList<TItem> items, Func<TItem, string> path, Func<TItem, T> read)
    {
        foreach (var (value, fault) in Simultaneous.Select(items, i => Try(path(i), () => read(i))))
            if (fault is null)
                yield return value!;
            else
                _faults.Add(fault);
    }

    private (T? Value, DockerfileFault? Fault) Try<T>(string path, Func<T> read)
    {
        try
        {
            return (read(), null);
        }
        catch (Exception e) when (e is LocatedException or UserErrorException)
        {
            return (default, DockerfileFault.Of(_reader.Shown(path), e));
        }
    }
}
