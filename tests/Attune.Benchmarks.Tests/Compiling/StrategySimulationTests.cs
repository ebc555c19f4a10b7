using Attune.Benchmarks.Compiling;
using Attune.Strategies;

namespace Attune.Benchmarks.Tests.Compiling;

/// <summary>The simulation of this repository's services, from what cargo measured, held against what builds took on two cores.</summary>
public sealed class StrategySimulationTests
{
    private static readonly CrateGraph _graph = CargoTimings.Read(Measured("timings.js"), Measured("unit-graph.json"));
    // Seconds on two cores, medians of docs/performance.md. The crates were measured on a busy machine, so they are scaled to the first.
    private const double CompileOnce = 61;

    private readonly StrategySimulation _simulation = new StrategySimulation(_graph, "attune-common", StrategyCosts.Estimated).ScaledTo(CompileOnce);

    [Theory]
    [InlineData(BuildStrategy.Locked, 77.3)]
    [InlineData(BuildStrategy.WarmThenParallel, 79.7)]
    // With failures: a service that fails compiles less.
    [InlineData(BuildStrategy.Unlocked, 62.9)]
    public void Tells_within_15_percent_what_builds_took_on_two_cores(BuildStrategy strategy, double seconds) =>
        Assert.InRange(_simulation.Seconds(strategy, 2) / seconds, 0.85, 1.15);

    [Fact]
    public void More_cores_never_take_longer() => Assert.All(StrategySimulation.Strategies, strategy =>
        Assert.Equal(CoreTable.Cores.Select(c => _simulation.Seconds(strategy, c)).OrderDescending(), CoreTable.Cores.Select(c => _simulation.Seconds(strategy, c))));

    [Fact]
    public void Compiling_once_is_the_fastest_on_any_number_of_cores() => Assert.All(CoreTable.Cores, cores =>
        Assert.Equal(BuildStrategy.CompileOnce, StrategySimulation.Strategies.MinBy(s => _simulation.Seconds(s, cores))));

    [Fact]
    public async Task The_table_that_the_page_shows() => await Verifier.Verify(CoreTable.Render(_simulation));

    private static string Measured(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "performance", file));
}
