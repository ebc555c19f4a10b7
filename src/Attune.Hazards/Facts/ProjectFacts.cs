using System.Collections.Immutable;
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
    public required ILookup<SourceText, MountPlace> PlacesBySource { get; init; }

    /// <summary>The stages of all builds.</summary>
    public IEnumerable<StageFacts> Stages => Builds.SelectMany(StageFacts.Of);

    /// <summary>The cache mounts of each step.</summary>
    public required ILookup<Step, CacheUse> UsesOf { get; init; }

    public required ILookup<StageOfBuild, MountPlace> PlacesByStage { get; init; }

    public required IReadOnlyDictionary<CacheUse, MountPlace> PlacesByUse { get; init; }

    public static ProjectFacts Of(BuildPlan plan)
    {
        var (sources, keys) = (new SourceServices(plan), new StepKeys());
        ImmutableArray<PlatformBuild> builds = [.. Simultaneous.Select(plan.Services, s => PlatformBuild.Of(s).ToList()).SelectMany(b => b)];
        ImmutableArray<Step> steps =
        [
            .. Simultaneous.Select(builds, b => new BuildWalk(b, keys, sources.Of).Steps().ToList()).SelectMany(s => s)
                .GroupBy(o => o.Position.Key).Select(s => new Step(s)),
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
            Places = places,
            PlacesBySource = places.ToLookup(p => p.Document.Source),
            PlacesByStage = places
                .SelectMany(p => p.Uses.Select(u => new StageOfBuild(u.Step.Build, u.Step.StageIndex)).Distinct(), (place, stage) => new PlaceInStage(place, stage))
                .ToLookup(p => p.Stage, p => p.Place),
            PlacesByUse = PlaceEachUse(places),
            UsesOf = uses.ToLookup(u => u.Step),
        };
    }

    /// <summary>Where a use is written, or null when nothing is.</summary>
    public MountPlace? PlaceOf(CacheUse use) => PlacesByUse.GetValueOrDefault(use);

    /// <summary>The mounts of a stage.</summary>
    public IEnumerable<MountPlace> PlacesOf(StageFacts stage) => PlacesByStage[new(stage.Build, stage.Stage.Declaration.Index)];

    private static Dictionary<CacheUse, MountPlace> PlaceEachUse(ImmutableArray<MountPlace> places)
    {
        var byUse = new Dictionary<CacheUse, MountPlace>();
        foreach (var place in places)
            foreach (var use in place.Uses)
                byUse.TryAdd(use.Use, place);
        return byUse;
    }

    private static IEnumerable<MountPlace> GroupByPlace(IEnumerable<CacheFacts> caches) => caches
        .SelectMany(cache => cache.Uses.SelectMany(use => use.Occurrences, (use, o) => new PlacedUse(cache, use, o.Step, o.Mount)))
        .GroupBy(use => new Spot(use.Mount.Location.Path, use.Mount.Span))
        .Select(place => new MountPlace([.. place]));

    private sealed record Spot(string Path, Span Span);

    private sealed record PlaceInStage(MountPlace Place, StageOfBuild Stage);
}

/// <summary>A stage as one build has it.</summary>
internal sealed record StageOfBuild(PlatformBuild Build, int Index);
