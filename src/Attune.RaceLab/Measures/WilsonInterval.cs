namespace Attune.RaceLab.Measures;

/// <summary>
/// Where a failure rate lies with 95 % confidence, by Wilson's score: it stays sensible for 0 failures and for few builds
/// (https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval).
/// </summary>
/// <param name="Low">The least that it may be.</param>
/// <param name="High">The most that it may be.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    // The 97.5th percentile of the standard normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The interval for what was counted.</summary>
    public static WilsonInterval Of(int failures, int builds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(failures);
        ArgumentOutOfRangeException.ThrowIfLessThan(builds, failures);
        if (builds == 0)
            return new(0, 1);
        var (rate, square) = ((double)failures / builds, Z * Z / builds);
        var center = (rate + (square / 2)) / (1 + square);
        var margin = Z / (1 + square) * Math.Sqrt((rate * (1 - rate) / builds) + (square / 4 / builds));
        return new(failures == 0 ? 0 : Math.Max(0, center - margin), failures == builds ? 1 : Math.Min(1, center + margin));
    }
}
