using System.Collections.Immutable;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Stages;
using Attune.Projects;

namespace Attune.Strategies.Fetching;

/// <summary>How the caches of a project are filled before its services are built.</summary>
/// <param name="Fetches">
/// Builds that only fetch: of each Dockerfile what comes before a step with caches, then that step's mounts with a command that fetches.
/// </param>
/// <param name="Built">The services that are built instead, because nothing that only fetches fills their caches.</param>
/// <param name="Unfetched">The caches that they are built for.</param>
public sealed record FetchPlan(BuildPlan Fetches, ImmutableArray<string> Built, ImmutableArray<string> Unfetched)
{
    /// <summary>Plans it.</summary>
    /// <param name="plan">The services.</param>
    /// <param name="mark">What makes the steps new ones, so that they run: letters and digits.</param>
    public static FetchPlan Of(BuildPlan plan, string mark)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var fetches = plan.Services.SelectMany(s => FetchesOf(s, mark)).ToImmutableArray();
        var filled = fetches.SelectMany(f => f.CacheMounts).Select(Cache).ToHashSet();
        var (built, unfetched) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        foreach (var service in plan.Services)
        {
            var missing = service.CacheMounts.Where(m => m.Sharing != CacheSharing.Private && !filled.Contains(Cache(m))).Select(Cache).Distinct().ToList();
            if (missing.Count == 0)
                continue;
            built.Add(service.Name);
            unfetched.AddRange(missing);
            filled.UnionWith(service.CacheMounts.Select(Cache));
        }

        return new(plan with { Services = fetches }, built.ToImmutable(), unfetched.ToImmutable());
    }

    private static IEnumerable<ServicePlan> FetchesOf(ServicePlan service, string mark)
    {
        var count = 0;
        foreach (var run in service.CacheMounts.Where(m => m.Execution == Execution.Direct).Select(m => m.Run).Distinct(ReferenceEqualityComparer.Instance).Cast<RunInstruction>())
            if (Cut(service.Document!, run, mark) is { } document)
                yield return FetchFor(service, document, count++ == 0 ? service.Name : $"{service.Name}, step {count}");
    }

    private static ServicePlan FetchFor(ServicePlan service, DockerfileDocument document, string name) => service with
    {
        Service = service.Service with { Name = name },
        Section = service.Section with { Target = null },
        DockerfileText = document.Source.Text,
        Resolved = document.Resolve(service.Inputs with { Target = null }),
    };

    // Up to the step, its mounts included, byte for byte; null when its command has no form that only fetches.
    private static DockerfileDocument? Cut(DockerfileDocument document, RunInstruction run, string mark)
    {
        if (run.Command is not { Form: CommandForm.Shell, Words: [var line, ..] } || run.Heredocs is not [] || FetchCommand.Of(line.Text) is not { } command)
            return null;
        var text = document.Source.Text[..line.Span.Start] + $": attune-fetch-{mark} && {command}\n";
        return DockerfileDocument.Parse(new(document.Source.Path, text));
    }

    private static string Cache(CacheMount mount) => mount.EngineId;
}
