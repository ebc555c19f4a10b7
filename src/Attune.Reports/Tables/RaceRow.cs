namespace Attune.Reports.Tables;

/// <summary>How often builds failed that were let race.</summary>
/// <param name="Name">The way of building.</param>
/// <param name="Description">What it does.</param>
/// <param name="Trials">How often it was tried.</param>
/// <param name="Builds">How many services were built in all.</param>
public sealed record RaceRow(string Name, string Description, int Trials, int Builds)
{
    /// <summary>How many of the builds failed.</summary>
    public int Failures { get; init; }

    /// <summary>How many of the trials had a failure.</summary>
    public int FailedTrials { get; init; }

    /// <summary>The least that the failure rate may be, with 95 % confidence.</summary>
    public double LowestRate { get; init; }

    /// <summary>The most that it may be.</summary>
    public double HighestRate { get; init; }

    /// <summary>The median duration of a trial.</summary>
    public TimeSpan Median { get; init; }

    /// <summary>The log of the first failure.</summary>
    public IReadOnlyList<string> FirstError { get; init; } = [];

    /// <summary>The last words of the failures with their number.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Messages { get; init; } = [];
}
