using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Model;

/// <summary>A step's name taken apart: <c>[linux/arm64 build 3/5] RUN cargo build</c> has the tag <c>[linux/arm64 build 3/5]</c>.</summary>
/// <param name="Tag">The bracketed part that BuildKit's frontend puts before the command, or an empty string.</param>
/// <param name="Command">The rest, on one line.</param>
/// <param name="Kind">Whether the Dockerfile's author wrote this step.</param>
internal sealed record StepName(string Tag, string Command, StepKind Kind)
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
        var end = line.StartsWith('[') ? line.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
        var tag = line[..end];
        var kind = tag == "[internal]" ? StepKind.Internal : IsNumbered(tag) ? StepKind.Dockerfile : StepKind.Other;
        return new(tag, line[end..].TrimStart(), kind);
    }

    // Only instructions of a Dockerfile are counted: [stage 3/5].
    private static bool IsNumbered(string tag)
    {
        var number = tag.AsSpan()[(tag.LastIndexOf(' ') + 1)..].Trim("[]");
        return number.IndexOf('/') is > 0 and var slash && slash < number.Length - 1
            && !number[..slash].ContainsAnyExceptInRange('0', '9') && !number[(slash + 1)..].ContainsAnyExceptInRange('0', '9');
    }
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
