using System.Text.RegularExpressions;

using Attune.Reports.Text;

namespace Attune.Reports.Model;

/// <summary>A step's name taken apart: <c>[linux/arm64 build 3/5] RUN cargo build</c> has the tag <c>[linux/arm64 build 3/5]</c>.</summary>
/// <param name="Tag">The bracketed part that BuildKit's frontend puts before the command, or an empty string.</param>
/// <param name="Command">The rest, on one line.</param>
/// <param name="Kind">Whether the Dockerfile's author wrote this step.</param>
internal sealed partial record StepName(string Tag, string Command, StepKind Kind)
{
    private const int MaxShortLength = 120;

    /// <summary>The whole name on one line.</summary>
    public string Full => Tag.Length == 0 ? Command : Command.Length == 0 ? Tag : $"{Tag} {Command}";

    /// <summary>The name, cut where a command is so long that it would bury a log.</summary>
    public string Short => CellWidth.Fit(Full, MaxShortLength);

    /// <summary>What marks the step's lines in a log that is interleaved with others'.</summary>
    public string Label => Tag.Length > 0 && Kind == StepKind.Dockerfile ? Tag : CellWidth.Fit(Full, MaxShortLength / 2);

    /// <summary>Takes a name apart; any text is a name.</summary>
    public static StepName Parse(string name)
    {
        var line = TerminalText.Squeeze(name);
        var match = Pattern().Match(line);
        if (!match.Success)
            return new("", line, StepKind.Other);
        var kind = match.Groups["number"].Success ? StepKind.Dockerfile
            : match.Groups["tag"].Value == "[internal]" ? StepKind.Internal
            : StepKind.Other;
        return new(match.Groups["tag"].Value, match.Groups["command"].Value, kind);
    }

    [GeneratedRegex(@"^(?<tag>\[[^\]]*?(?<number>\b\d+/\d+)?\]) ?(?<command>.*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}

/// <summary>Where a step comes from.</summary>
internal enum StepKind
{
    /// <summary>An instruction of the Dockerfile: it has a number.</summary>
    Dockerfile,

    /// <summary>The frontend's own work: loading the Dockerfile, the context, an image's metadata.</summary>
    Internal,

    /// <summary>Everything else: exporting, importing a cache, fetching the frontend.</summary>
    Other,
}
