using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;

namespace Attune.Hazards.Facts;

/// <summary>A RUN with cache mounts, as part of one build.</summary>
internal sealed record StepOccurrence
{
    public required PlatformBuild Build { get; init; }

    public required ResolvedStage Stage { get; init; }

    public required RunInstruction Run { get; init; }

    /// <summary>Its cache mounts in the order in which they are written.</summary>
    public required ImmutableArray<CacheMount> Mounts { get; init; }

    /// <summary>Where in the build it is.</summary>
    public required StepPosition Position { get; init; }

    public int StageIndex => Stage.Declaration.Index;

    /// <summary>Whether one of the two waits for the other: they are in one stage, or one's stage needs the other's.</summary>
    public bool IsOrderedWith(StepOccurrence other) => Build == other.Build
        ? StageIndex == other.StageIndex || Position.Stages.Contains(other.StageIndex) || other.Position.Stages.Contains(StageIndex)
        : Position.Services.Contains(other.Build.Service.Name) || other.Position.Services.Contains(Build.Service.Name);
}
