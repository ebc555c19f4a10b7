using System.Collections.Immutable;

namespace Attune.RaceLab.Measures;

/// <summary>What came of one contender's trials.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Description">What it does.</param>
/// <param name="Trials">Its trials, in order.</param>
public sealed record Tally(string Name, string Description, ImmutableArray<TrialOutcome> Trials)
{
    /// <summary>How many services were built, well or badly.</summary>
    public int Builds => Trials.Sum(t => t.Builds);

    /// <summary>How many of them failed.</summary>
    public int Failures => Trials.Sum(t => t.Errors.Length);

    /// <summary>How many trials had a failure.</summary>
    public int FailedTrials => Trials.Count(t => t.Errors.Length > 0);

    /// <summary>The share of builds that failed.</summary>
    public double Rate => Builds == 0 ? 0 : (double)Failures / Builds;

    /// <summary>Where that share really lies.</summary>
    public WilsonInterval Interval => WilsonInterval.Of(Failures, Builds);

    /// <summary>The first failure's log, verbatim; empty without one.</summary>
    public ImmutableArray<string> FirstError => Trials.SelectMany(t => t.Errors).Select(e => e.Log).DefaultIfEmpty([]).First();

    /// <summary>The last words of each failure with their number, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> Messages =>
        Trials.SelectMany(t => t.Errors).CountBy(e => e.LastWords).OrderByDescending(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal);

    /// <summary>The median of the trials' durations.</summary>
    public TimeSpan MedianDuration
    {
        get
        {
            TimeSpan[] sorted = [.. Trials.Select(t => t.Duration).Order()];
            return sorted.Length == 0 ? TimeSpan.Zero : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }
}

/// <summary>What came of one trial.</summary>
/// <param name="Builds">How many services were built, well or badly.</param>
/// <param name="Duration">From the first start to the last end.</param>
/// <param name="Errors">Those that failed.</param>
public sealed record TrialOutcome(int Builds, TimeSpan Duration, ImmutableArray<TrialError> Errors);

/// <summary>Why a service of a trial failed.</summary>
/// <param name="Service">The service.</param>
/// <param name="Log">The last lines of the failed step; the engine's message where there are none.</param>
public sealed record TrialError(string Service, ImmutableArray<string> Log)
{
    /// <summary>The last line that says something.</summary>
    public string LastWords => Log.LastOrDefault(l => l.Trim().Length > 0)?.Trim() ?? "";
}
