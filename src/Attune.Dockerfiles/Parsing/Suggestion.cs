namespace Attune.Dockerfiles.Parsing;

/// <summary>Finds what somebody meant who mistyped a word.</summary>
internal static class Suggestion
{
    private const int MaxDistance = 2;

    /// <summary>"Did you mean …?", or null when no candidate is near.</summary>
    public static string? For(string written, IEnumerable<string> candidates)
    {
        var (best, bestDistance) = ((string?)null, MaxDistance + 1);
        foreach (var candidate in candidates)
        {
            var distance = Distance(written, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best is null ? null : $"Did you mean {best}?";
    }

    // Levenshtein's distance without regard to case; more than MaxDistance counts as far.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxDistance)
            return MaxDistance + 1;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + cost, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[b.Length];
    }
}
