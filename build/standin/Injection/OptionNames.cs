using System.Text;

namespace Nuke.Common.Injection;

/// <summary>One name, several spellings: <c>--keep-storage</c>, <c>--KeepStorage</c>, <c>KEEP_STORAGE</c>.</summary>
internal static class OptionNames
{
    private static readonly string[] KnownWords =
    [
        "DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper", "AppVeyor", "TeamCity", "GitLab", "SignPath", "JetBrains",
    ];

    public static string Fold(string name) => name.Replace("-", "", StringComparison.Ordinal);

    public static bool Same(string left, string right) => Fold(left).Equals(Fold(right), StringComparison.OrdinalIgnoreCase);

    public static string Dashed(string name) => string.Join('-', Words(name)).ToLowerInvariant();

    /// <summary>Splits before an upper-case letter that follows a lower-case one; known words stay whole.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length;)
        {
            var known = Array.Find(KnownWords, w => string.Compare(name, i, w, 0, w.Length, StringComparison.OrdinalIgnoreCase) == 0);
            var begins = known is not null || (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (begins && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            var length = known?.Length ?? 1;
            word.Append(name, i, length);
            i += length;
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    /// <summary>The candidate that needs the fewest edits, if it is near enough to be meant.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var best = candidates.Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate))).MinBy(pair => pair.Distance);
        return best.Candidate is not null && best.Distance <= Math.Max(2, name.Length / 3) ? best.Candidate : null;
    }

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = from[i - 1] == to[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
