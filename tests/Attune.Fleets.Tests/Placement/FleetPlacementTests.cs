using Attune.Fleets.Placement;
using FsCheck.Xunit;

namespace Attune.Fleets.Tests.Placement;

public sealed class FleetPlacementTests
{
    private const string OneStageEach = "FROM rust\nARG SERVICE\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build -p $SERVICE\n";
    private const string CompileOnce = "FROM rust AS build\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build\nFROM debian\nARG SERVICE\nCOPY --from=build /out/$SERVICE /app\n";

    [Fact]
    public void Spreads_services_that_have_nothing_in_common() => Assert.Equal([3, 3], Counts(Place(OneStageEach, 6, [1, 1])));

    [Fact]
    public void Gives_an_engine_with_more_cores_more() => Assert.Equal([2, 4], Counts(Place(OneStageEach, 6, [1, 2])));

    [Fact]
    public void Gives_the_longest_service_an_engine_of_its_own()
    {
        var placement = Place(OneStageEach, 4, [1, 1], s => s == "c" ? 30 : 10);
        Assert.Single(placement, p => p.Value == placement["c"]);
    }

    /// <summary>Where cores are free, building the shared stage on two engines gains nothing.</summary>
    [Fact]
    public void Keeps_services_together_that_compile_once() => Assert.Equal([6, 0], Counts(Place(CompileOnce, 6, [8, 8])));

    /// <summary>Each service adds work of its own to the shared stage: with one core each, two engines are sooner done.</summary>
    [Fact]
    public void Spreads_services_that_compile_once_when_that_pays() => Assert.Equal([3, 3], Counts(Place(CompileOnce, 6, [1, 1])));

    [Fact]
    public void Services_that_lock_a_cache_wait_on_one_engine_only_so_they_are_spread()
    {
        var locked = OneStageEach.Replace("registry cargo", "registry,sharing=locked cargo", StringComparison.Ordinal);
        Assert.Equal([3, 3], Counts(Place(locked, 6, [8, 8])));
    }

    [Fact]
    public void Builds_where_it_was_built_last()
    {
        var experience = new PlacementExperience(_ => 10, s => s is "a" or "c" or "e" ? 1 : 0);
        var placement = Place(OneStageEach, 6, [1, 1], experience);
        Assert.Equal("a1 b0 c1 d0 e1 f0", string.Join(' ', placement.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}{p.Value}")));
    }

    [Fact]
    public void But_not_when_one_engine_would_have_all_and_the_other_nothing()
    {
        var placement = Place(OneStageEach, 6, [1, 1], new PlacementExperience(_ => 10, _ => 0));
        Assert.Equal([4, 2], Counts(placement));
    }

    [Fact]
    public void A_service_is_built_on_the_engine_of_the_image_that_it_starts_from()
    {
        const string compose = """
            services:
              base: { build: . }
              a: { build: { context: ., additional_contexts: { base: "service:base" } } }
              b: { build: { context: ., additional_contexts: { base: "service:base" } } }
              c: { build: . }
            """;
        using var project = new SampleProject(compose, "FROM rust\n");
        var placement = FleetPlacement.Of(project.Plan(), [1, 1], PlacementExperience.None);
        Assert.Equal(placement["base"], placement["a"]);
        Assert.Equal(placement["base"], placement["b"]);
        Assert.NotEqual(placement["base"], placement["c"]);
    }

    [Property(MaxTest = 50)]
    public void Places_every_service_on_one_of_the_engines(byte services, byte engines, int[] weights)
    {
        var (count, fleet) = ((services % 12) + 1, (engines % 4) + 1);
        var placement = Place(OneStageEach, count, [.. Enumerable.Repeat(2, fleet)], s => weights.Length == 0 ? null : weights[s[0] % weights.Length]);
        Assert.Equal(count, placement.Count);
        Assert.All(placement.Values, engine => Assert.InRange(engine, 0, fleet - 1));
    }

    private static Dictionary<string, int> Place(string dockerfile, int services, int[] cores, Func<string, double?>? weight = null) =>
        Place(dockerfile, services, cores, new PlacementExperience(weight ?? (_ => null), _ => null));

    private static Dictionary<string, int> Place(string dockerfile, int services, int[] cores, PlacementExperience experience)
    {
        using var project = SampleProject.Of(services, dockerfile);
        return new(FleetPlacement.Of(project.Plan(), [.. cores], experience));
    }

    private static int[] Counts(Dictionary<string, int> placement) => [.. Enumerable.Range(0, 2).Select(i => placement.Values.Count(v => v == i))];
}
