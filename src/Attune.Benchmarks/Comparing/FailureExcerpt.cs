using System.Text.RegularExpressions;

namespace Attune.Benchmarks.Comparing;

/// <summary>The lines of a failed build's output that say why.</summary>
internal static partial class FailureExcerpt
{
    private const string ZeroWidthSpace = "\u200B";

    /// <summary>The last lines, or those before the table of results, if there is one, since the reasons stand above it; without colours and blank lines.</summary>
    public static string Of(string output, int lines)
    {
        var text = Colour().Replace(output, "").Replace(ZeroWidthSpace, "", StringComparison.Ordinal);
        var table = text.LastIndexOf("\nSERVICE ", StringComparison.Ordinal);
        var said = (table < 0 ? text : text[..table]).Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
        return string.Join('\n', said.TakeLast(lines));
    }

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colour();
}
