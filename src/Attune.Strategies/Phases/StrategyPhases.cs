using System.Collections.Immutable;
using Attune.Builds.Running;
using Attune.Projects;
using Attune.Source;
using Attune.Strategies.Fetching;
using Attune.Strategies.Rewriting;

namespace Attune.Strategies.Phases;

/// <summary>What a strategy makes of a plan.</summary>
public static class StrategyPhases
{
    /// <summary>The sharing mode that a strategy builds cache mounts with.</summary>
    public static MountSharing Sharing(BuildStrategy strategy) => strategy switch
    {
        BuildStrategy.Unlocked => MountSharing.Shared,
        BuildStrategy.Locked => MountSharing.Locked,
        _ => MountSharing.AsWritten,
    };

    /// <summary>What is built after what.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="plan">The services, with their mounts in the strategy's sharing mode.</param>
    /// <param name="warming">What fills the caches for the others, where the strategy doesn't say it.</param>
    /// <exception cref="UserErrorException">The plan hasn't got the service that is to fill them.</exception>
    public static ImmutableArray<BuildPhase> Of(BuildStrategy strategy, BuildPlan plan, Warming warming)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(warming);
        return strategy switch
        {
            BuildStrategy.WarmThenParallel => [.. Warm(plan, warming), new(plan)],
            BuildStrategy.WarmFetchThenParallel => [.. Warm(plan, warming with { Kind = WarmKind.Fetch }), new(plan)],
            BuildStrategy.Sequential => [.. plan.Services.Select(s => new BuildPhase(plan.Only(s.Name)) { MaxParallel = 1 })],
            BuildStrategy.NoParallel => [new(plan) { MaxParallel = 1 }],
            _ => [new(plan)],
        };
    }

    /// <summary>What fills the caches.</summary>
    /// <param name="plan">All services.</param>
    /// <param name="warming">How.</param>
    /// <exception cref="UserErrorException">The plan hasn't got the service that is to fill them.</exception>
    public static ImmutableArray<BuildPhase> Warm(BuildPlan plan, Warming warming)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(warming);
        if (warming.Kind == WarmKind.Service)
            return [new(plan.Only(warming.Service))];
        var fetch = FetchPlan.Of(plan, warming.Mark);
        var phases = ImmutableArray.CreateBuilder<BuildPhase>();
        // One at a time: what one step has fetched the next one finds.
        if (fetch.Fetches.Services is not [])
            phases.Add(new(fetch.Fetches) { MaxParallel = 1, Images = ImagePolicy.Discard, Announcement = "Fetching into the caches" });
        if (fetch.Built is not [])
            phases.Add(new(plan.Only(fetch.Built)) { Announcement = $"No command that only fetches is known for {string.Join(", ", fetch.Unfetched)}: building {string.Join(", ", fetch.Built)}" });
        return phases.ToImmutable();
    }
}
