using System.Collections.Immutable;
using Attune.Dockerfiles;
using Attune.Projects;
using Attune.Source;

namespace Attune.Hazards.Facts;

/// <summary>Everything that rules look at, computed once; no rule changes it.</summary>
internal sealed record ProjectFacts
{
    public required BuildPlan Plan { get; init; }

    /// <summary>What earlier builds took, if any is known.</summary>
    public IBuildRecord? Record { get; init; }

    /// <summary>Each service for each of its platforms, in compose order.</summary>
    public required ImmutableArray<PlatformBuild> Builds { get; init; }

    /// <summary>The steps with cache mounts, in compose order.</summary>
    public required ImmutableArray<Step> Steps { get; init; }

    public required ImmutableArray<CacheFacts> Caches { get; init; }

    /// <summary>Each cache mount as it is written, in the order of its first use.</summary>
    public required ImmutableArray<MountPlace> Places { get; init; }

    /// <summary>The mounts of each Dockerfile.</summary>
    public required ILookup<DockerfileDocument, MountPlace> PlacesByDocument { get; init; }

    /// <summary>A cache by the id that the engine knows it by.</summary>
    public required ImmutableDictionary<string, CacheFacts> CachesById { get; init; }

    /// <summary>The stages of all builds.</summary>
    public IEnumerable<StageFacts> Stages => Builds.SelectMany(StageFacts.Of);

    /// <summary>The cache mounts of each step.</summary>
    public required ILookup<Step, CacheUse> UsesOf { get; init; }

    public required ILookup<(PlatformBuild Build, int Stage), MountPlace> PlacesByStage { get; init; }

    public required ImmutableDictionary<CacheUse, MountPlace> PlacesByUse { get; init; }

    public static ProjectFacts Of(BuildPlan plan)
    {
        var sources = new SourceServices(plan);
        ImmutableArray<PlatformBuild> builds = [.. Simultaneous.Select(plan.Services, s => PlatformBuild.Of(s).ToList()).SelectMany(b => b)];
        ImmutableArray<Step> steps =
        [
            .. Simultaneous.Select(builds, b => new BuildWalk(b, sources.Of).Steps().ToList()).SelectMany(s => s)
                .GroupBy(o => o.Position.Key, StringComparer.Ordinal).Select(s => new Step(s)),
        ];
        ImmutableArray<CacheUse> uses = [.. Simultaneous.Select(steps, s => CacheUse.Of(s).ToList()).SelectMany(u => u)];
        ImmutableArray<CacheFacts> caches =
            [.. uses.GroupBy(u => u.Mount.EngineId, StringComparer.Ordinal).Select(c => new CacheFacts(c.Key, [.. c]))];
        ImmutableArray<MountPlace> places = [.. GroupByPlace(caches)];
        return new()
        {
            Plan = plan,
            Builds = builds,
            Steps = steps,
            Caches = caches,
            CachesById = caches.ToImmutableDictionary(c => c.EngineId, StringComparer.Ordinal),
            Places = places,
            PlacesByDocument = places.ToLookup(p => p.Document),
            PlacesByStage = places
                .SelectMany(p => p.Uses.Select(u => (u.Step.Build, u.Step.StageIndex, Place: p))).Distinct()
                .ToLookup(p => (p.Build, p.StageIndex), p => p.Place),
            PlacesByUse = places.SelectMany(p => p.Uses, (p, u) => (u.Use, Place: p)).DistinctBy(p => p.Use).ToImmutableDictionary(p => p.Use, p => p.Place),
            UsesOf = uses.ToLookup(u => u.Step),
        };
    }

    /// <summary>Where a use is written, or null when nothing is.</summary>
    public MountPlace? PlaceOf(CacheUse use) => PlacesByUse.GetValueOrDefault(use);

    /// <summary>The mounts of a stage.</summary>
    public IEnumerable<MountPlace> PlacesOf(StageFacts stage) => PlacesByStage[(stage.Build, stage.Stage.Declaration.Index)];

    private static IEnumerable<MountPlace> GroupByPlace(IEnumerable<CacheFacts> caches) =>
        from cache in caches
        from use in cache.Uses
        from occurrence in use.Occurrences
        group new PlacedUse(cache, use, occurrence.Step, occurrence.Mount) by (occurrence.Mount.Location.Path, occurrence.Mount.Span) into place
        select new MountPlace([.. place]);
}
