namespace Attune.Benchmarks.Results;

/// <summary>The middle and the ends of several times, in seconds.</summary>
/// <param name="Median">Half took no longer.</param>
/// <param name="Least">The shortest.</param>
/// <param name="Most">The longest.</param>
/// <param name="Count">How many.</param>
public readonly record struct Spread(double Median, double Least, double Most, int Count)
{
    /// <summary>Of seconds in any order; null for none.</summary>
    public static Spread? Of(IEnumerable<double> seconds)
    {
        double[] ordered = [.. seconds.Order()];
        if (ordered.Length == 0)
            return null;
        return new((ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2, ordered[0], ordered[^1], ordered.Length);
    }
}
