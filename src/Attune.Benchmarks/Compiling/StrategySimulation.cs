using System.Collections.Immutable;
using Attune.Strategies;

namespace Attune.Benchmarks.Compiling;

/// <summary>What a first build takes by each strategy on any number of cores, from what its crates take on one.</summary>
/// <param name="graph">The workspace.</param>
/// <param name="shared">The crate of the workspace that every service's build compiles again.</param>
/// <param name="costs">What builds take besides compiling.</param>
public sealed class StrategySimulation(CrateGraph graph, string shared, StrategyCosts costs)
{
    private double BesidesCompiling => costs.Start + costs.Step + costs.Image;

    /// <summary>The strategies that it knows.</summary>
    public static ImmutableArray<BuildStrategy> Strategies { get; } =
        [BuildStrategy.Unlocked, BuildStrategy.Locked, BuildStrategy.WarmThenParallel, BuildStrategy.Sequential, BuildStrategy.CompileOnce];

    /// <summary>The same on a machine on which compiling once takes so many seconds with two cores; a busy one measures crates too long.</summary>
    public StrategySimulation ScaledTo(double seconds)
    {
        var compiling = Seconds(BuildStrategy.CompileOnce, 2) - BesidesCompiling;
        return new(graph.Times((seconds - BesidesCompiling) / compiling), shared, costs);
    }

    /// <summary>
    /// Seconds of a first build. Of unlocked mounts it tells what a build would take in which no service fails: cargo itself lets only one service
    /// at a time write to the shared target directory, so what is saved is the waiting for the steps' start.
    /// </summary>
    public double Seconds(BuildStrategy strategy, int cores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cores, 1);
        if (strategy == BuildStrategy.CompileOnce)
            return BesidesCompiling + CargoRun.Seconds(graph, Enumerable.Range(0, graph.Units.Length).ToHashSet(), cores);
        var services = graph.Binaries.Count();
        var compiling = ServiceByService(cores).Sum();
        return strategy switch
        {
            BuildStrategy.Unlocked => costs.Start + costs.Step + compiling + costs.Image,
            BuildStrategy.Locked => costs.Start + (services * (costs.Step + costs.Turn)) + compiling + costs.Image,
            // Two targets of one run: the first service's image is made before anything else begins.
            BuildStrategy.WarmThenParallel => costs.Start + (services * (costs.Step + costs.Turn)) + compiling + (2 * costs.Image),
            BuildStrategy.Sequential => costs.Start + (services * (costs.Step + costs.Image)) + compiling,
            _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "No strategy that compiles"),
        };
    }

    // Each takes from the target directory what earlier ones left, but for the workspace's own shared crate.
    private IEnumerable<double> ServiceByService(int cores)
    {
        var there = new HashSet<int>();
        foreach (var service in graph.Binaries)
        {
            var toDo = graph.Closure(service).Where(i => graph.Units[i].Name == shared || !there.Contains(i)).ToHashSet();
            there.UnionWith(toDo);
            yield return CargoRun.Seconds(graph, toDo, cores);
        }
    }
}
