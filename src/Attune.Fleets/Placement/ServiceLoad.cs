using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;

namespace Attune.Fleets.Placement;

/// <summary>What a service asks of the engine that builds it.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Weight">How long it takes alone, in any unit.</param>
internal sealed record ServiceLoad(string Service, double Weight)
{
    /// <summary>Stages that it builds with caches; one that others build too, with equal arguments, runs once for all of them on one engine.</summary>
    public required ImmutableHashSet<string> Stages { get; init; }

    /// <summary>Caches that it locks: services that lock one wait for each other on one engine.</summary>
    public required ImmutableHashSet<string> Locks { get; init; }

    /// <summary>Caches that it mounts.</summary>
    public required ImmutableHashSet<string> Caches { get; init; }

    /// <summary>The loads of a plan's services.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="weight">How long a service takes; null when nobody knows, then it counts as long as the others on average.</param>
    public static ImmutableArray<ServiceLoad> Of(BuildPlan plan, Func<string, double?> weight)
    {
        var known = plan.Services.Select(s => weight(s.Name)).OfType<double>().Where(w => w > 0).DefaultIfEmpty(1).Average();
        return [.. plan.Services.Select(s => new ServiceLoad(s.Name, weight(s.Name) is > 0 and var own ? own : known)
        {
            Stages = [.. s.CacheMounts.Select(m => StageOf(s, m))],
            Locks = [.. s.CacheMounts.Where(m => m.Sharing == CacheSharing.Locked).Select(m => m.EngineId)],
            Caches = [.. s.CacheMounts.Select(m => m.EngineId)],
        })];
    }

    private static string StageOf(ServicePlan service, CacheMount mount)
    {
        var stage = service.Resolved!.Stages.First(s => s.Declaration.Index == mount.Stage.Index);
        var variables = string.Join('\n', stage.Variables.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"));
        return $"{service.Document!.Source.Path}\n{service.Section.Context}\n{mount.Stage.Index}\n{variables}";
    }
}
