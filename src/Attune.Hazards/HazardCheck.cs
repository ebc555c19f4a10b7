using System.Collections.Immutable;
using Attune.Hazards.Rules;
using Attune.Projects;

namespace Attune.Hazards;

/// <summary>Looks for hazards in the cache mounts of a project.</summary>
public static class HazardCheck
{
    /// <summary>All findings, by place.</summary>
    /// <param name="plan">The project's builds.</param>
    public static ImmutableArray<Finding> Run(BuildPlan plan) =>
    [
        .. CacheUse.Of(plan).SelectMany(UnlockedSharedCache.Check)
            .OrderBy(f => f.Location.Path, StringComparer.Ordinal).ThenBy(f => f.Location.Start.Line).ThenBy(f => f.Location.Start.Column),
    ];
}
