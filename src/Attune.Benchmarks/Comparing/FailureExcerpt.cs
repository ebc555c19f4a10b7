using System.Text.RegularExpressions;
using Attune.Engines.Processes;

namespace Attune.Benchmarks.Comparing;

/// <summary>The lines of a failed build's output that say why.</summary>
internal static partial class FailureExcerpt
{
    private const string ZeroWidthSpace = "\u200B";

    /// <summary>
    /// The last lines, errors last; of the output those before the table of results, if there is one, since the reasons stand above it. Without colours and
    /// blank lines.
    /// </summary>
    public static string Of(ProcessOutcome outcome, int lines)
    {
        var table = outcome.Output.LastIndexOf("\nSERVICE ", StringComparison.Ordinal);
        var text = (table < 0 ? outcome.Output : outcome.Output[..table]) + "\n" + outcome.Errors;
        var said = Colour().Replace(text, "").Replace(ZeroWidthSpace, "", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', said.Where(line => line.Length > 0).TakeLast(lines));
    }

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colour();
}
