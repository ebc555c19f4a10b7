namespace Attune.Schedules.History;

/// <summary>How much steps that work at the same time slow each other down.</summary>
internal static class Calibration
{
    private const double Least = 0;
    private const double Most = 1.5;
    private const double LeastDifference = 0.4;

    // Guesses: the fewer cores, the sooner a second compiler takes from the first.
    private const double OnFewCores = 0.8;
    private const double OnSomeCores = 0.5;
    private const double OnManyCores = 0.3;

    /// <summary>The factor by which a step takes longer than alone while so many work.</summary>
    public static double Factor(double load, double slowdown) => 1 + (slowdown * Math.Max(load - 1, 0));

    /// <summary>What the samples of equal steps under different loads say; a guess by the number of cores where there are none.</summary>
    public static double SlowdownOf(HistoryDocument document)
    {
        double[] measured = [.. document.Steps.SelectMany(s => Pairs(s.Samples)).Order()];
        return measured.Length > 0 ? Math.Clamp(measured[measured.Length / 2], Least, Most) : Guess(document.Cpus);
    }

    public static double Guess(int cpus) => cpus switch
    {
        <= 2 => OnFewCores,
        <= 8 => OnSomeCores,
        _ => OnManyCores,
    };

    // Two runs of a step that takes w alone: a = w(1 + k(la - 1)), b = w(1 + k(lb - 1)), solved for k. Short ones say nothing.
    private static IEnumerable<double> Pairs(IReadOnlyList<StepSample> samples) =>
        from a in samples
        from b in samples
        where a.Load - b.Load > LeastDifference && Math.Min(a.Seconds, b.Seconds) > 1
        let divisor = (b.Seconds * (a.Load - 1)) - (a.Seconds * (b.Load - 1))
        where divisor > 0
        select (a.Seconds - b.Seconds) / divisor;
}
