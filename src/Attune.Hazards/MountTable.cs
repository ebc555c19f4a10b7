using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Projects;
using Attune.Source;

namespace Attune.Hazards;

/// <summary>Who mounts which cache.</summary>
public static class MountTable
{
    /// <summary>One entry for each mount of each build, those of one cache together.</summary>
    /// <param name="plan">The project's builds.</param>
    public static ImmutableArray<MountEntry> Of(BuildPlan plan) =>
    [
        .. from cache in ProjectFacts.Of(plan).Caches
           from use in cache.Uses
           from occurrence in use.Occurrences
           select new MountEntry(occurrence.Step.Build.DisplayName, occurrence.Mount, RunOf(occurrence.Step)) { Tool = use.Tool.Describe() },
    ];

    private static SourceLocation RunOf(StepOccurrence step) => step.Build.Resolved.Document.LocationOf(step.Run.Span);
}

/// <summary>A cache mount of one build.</summary>
/// <param name="Service">The service, with the platform when it is built for several.</param>
/// <param name="Mount">The mount.</param>
/// <param name="Run">Where the RUN stands.</param>
public sealed record MountEntry(string Service, CacheMount Mount, SourceLocation Run)
{
    /// <summary>The tool that writes there and what it keeps there; null when none is recognised.</summary>
    public string? Tool { get; init; }
}
