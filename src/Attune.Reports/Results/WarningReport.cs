using Attune.Builds.Events;
using Attune.Reports.Text;

namespace Attune.Reports.Results;

/// <summary>What the build checks of BuildKit's frontend found.</summary>
internal static class WarningReport
{
    /// <summary>One line: message, place, page.</summary>
    public static string Describe(WarningRaised warning) => string.Concat(
        "warning: ",
        TerminalText.Squeeze(warning.Message),
        warning.Location is { } location ? $" ({location})" : "",
        string.IsNullOrEmpty(warning.Url) ? "" : $" {warning.Url}");

    /// <summary>One line for each warning.</summary>
    public static IEnumerable<StyledLine> Render(IEnumerable<WarningRaised> warnings) =>
        warnings.Select(w => StyledLine.Of(Describe(w), Tone.Caution));
}
