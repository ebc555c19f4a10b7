using System.Collections.Immutable;
using Attune.Benchmarks.Comparing;

namespace Attune.Benchmarks.Results;

/// <summary>What a run of the benchmark measured.</summary>
/// <param name="Setting">Where.</param>
/// <param name="Contenders">Which, in the order of the report.</param>
/// <param name="Services">How many services each run builds.</param>
/// <param name="Samples">Every run, in order.</param>
public sealed record BenchmarkResult(BenchmarkSetting Setting, ImmutableArray<Contender> Contenders, int Services, ImmutableArray<Sample> Samples)
{
    /// <summary>The contender's times; runs in which a service failed count with the time until they ended.</summary>
    public Spread? Times(string contender, Scenario scenario) => Spread.Of(Of(contender, scenario).Select(s => s.Seconds));

    /// <summary>Services that were not built, of all that were to be, in the runs that had something to build.</summary>
    public (int Failed, int Builds) Failures(string contender)
    {
        List<Sample> runs = [.. Samples.Where(s => s.Contender == contender && s.Scenario != Scenario.NoChange)];
        return (runs.Sum(r => r.Failures), runs.Count * Services);
    }

    /// <summary>A contender's median as a share of another's; null where one of them wasn't measured.</summary>
    public double? Ratio(string contender, string baseline, Scenario scenario) =>
        Times(contender, scenario)?.Median / Times(baseline, scenario)?.Median;

    /// <summary>The first failure of a contender, or null.</summary>
    public Sample? FirstFailure(string contender) => Samples.FirstOrDefault(s => s.Contender == contender && s.Error is not null);

    private IEnumerable<Sample> Of(string contender, Scenario scenario) => Samples.Where(s => s.Contender == contender && s.Scenario == scenario);
}

/// <summary>Where a benchmark ran.</summary>
/// <param name="At">When it began.</param>
/// <param name="Machine">Processor, cores, memory, system.</param>
/// <param name="Engine">The engine and its version.</param>
public sealed record BenchmarkSetting(DateTimeOffset At, string Machine, string Engine)
{
    /// <summary>The versions of the peers: program and version.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Peers { get; init; } = [];

    /// <summary>Where packages come from, when that isn't what the Dockerfile's base image says; null otherwise.</summary>
    public string? Packages { get; init; }

    /// <summary>How often the whole comparison was repeated.</summary>
    public int Rounds { get; init; } = 1;
}
