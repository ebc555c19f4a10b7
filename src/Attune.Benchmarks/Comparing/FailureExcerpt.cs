using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Benchmarks.Comparing;

/// <summary>The lines of a failed build's output that say why.</summary>
internal static class FailureExcerpt
{
    private const string ZeroWidthSpace = "\u200B";

    /// <summary>
    /// The last lines, errors last; of the output those before the table of results, if there is one, since the reasons stand above it. Without colours and
    /// blank lines.
    /// </summary>
    public static string Of(ProcessOutcome outcome, int lines)
    {
        var table = outcome.Output.LastIndexOf("\nSERVICE ", StringComparison.Ordinal);
        var output = table < 0 ? outcome.Output : outcome.Output[..table];
        return string.Join('\n', new ProcessOutcome(outcome.ExitCode, Plain(output), Plain(outcome.Errors)).LastLines(lines));
    }

    private static string Plain(string text) => EscapeSequences.Strip(text).Replace(ZeroWidthSpace, "", StringComparison.Ordinal);
}
