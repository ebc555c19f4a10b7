using System.Collections.Immutable;
using Attune.Projects;
using Attune.Source;
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
    /// <param name="warmService">The service that fills the caches for the others.</param>
    /// <exception cref="UserErrorException">The plan has no such service.</exception>
    public static ImmutableArray<BuildPhase> Of(BuildStrategy strategy, BuildPlan plan, string warmService)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return strategy switch
        {
            BuildStrategy.WarmThenParallel => [new(plan.Only(warmService)), new(plan)],
            BuildStrategy.Sequential => [.. plan.Services.Select(s => new BuildPhase(plan.Only(s.Name)) { MaxParallel = 1 })],
            BuildStrategy.NoParallel => [new(plan) { MaxParallel = 1 }],
            _ => [new(plan)],
        };
    }
}
