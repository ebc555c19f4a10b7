using System.Globalization;

using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Plain;

/// <summary>
/// Workflow commands, which GitHub Actions reads from the log
/// (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
/// </summary>
internal sealed class GitHubCommands(TextWriter writer)
{
    private bool _inGroup;

    /// <summary>Begins what is shown folded.</summary>
    public void StartGroup(string title)
    {
        writer.WriteLine($"::group::{Data(title)}");
        _inGroup = true;
    }

    /// <summary>Ends it, if it began.</summary>
    public void EndGroup()
    {
        if (_inGroup)
            writer.WriteLine("::endgroup::");
        _inGroup = false;
    }

    /// <summary>An annotation for a failed service.</summary>
    public void Error(string service, BuildFailure failure)
    {
        var step = failure.StepName is { } name ? $": {StepName.Parse(name).Short}" : "";
        Annotate("error", $"{service} failed{step}", failure.Message, failure.Location);
    }

    /// <summary>An annotation for a warning.</summary>
    public void Warning(WarningRaised warning) => Annotate("warning", "Build check", warning.Message, warning.Location);

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    private static string Place(SourceLocation location) => string.Create(
        CultureInfo.InvariantCulture,
        $"file={Property(location.Path)},line={location.Start.Line},endLine={location.End.Line},col={location.Start.Column},");

    private void Annotate(string command, string title, string message, SourceLocation? location) =>
        writer.WriteLine($"::{command} {(location is null ? "" : Place(location))}title={Property(title)}::{Data(CleanLines(message))}");

    // A message may have several lines, each of which may hold what a step printed.
    private static string CleanLines(string message) => string.Join('\n', message.ReplaceLineEndings("\n").Split('\n').Select(TerminalText.Clean));
}
