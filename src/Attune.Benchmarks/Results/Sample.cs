using Attune.Benchmarks.Comparing;

namespace Attune.Benchmarks.Results;

/// <summary>One measured run.</summary>
/// <param name="Contender">Whose, by name.</param>
/// <param name="Scenario">What it had to do.</param>
/// <param name="Round">In which round, from 1.</param>
/// <param name="Seconds">From the start of the program to its end.</param>
public sealed record Sample(string Contender, Scenario Scenario, int Round, double Seconds)
{
    /// <summary>How many services were not built.</summary>
    public int Failures { get; init; }

    /// <summary>The last lines of a run that failed; null of one that didn't.</summary>
    public string? Error { get; init; }
}
