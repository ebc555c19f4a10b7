using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Results;
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
        writer.WriteLine($"::group::{GitHubAnnotation.Data(title)}");
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

    /// <summary>An annotation at the mount of a damaged cache.</summary>
    public void Recovery(ServiceRecovering recovering) =>
        Annotate("warning", $"{recovering.Service}: {recovering.Cause}", $"{recovering.Cause.Symptom}\n{RecoveryReport.Advice(recovering.Cause)}", recovering.Cause.Location);

    private void Annotate(string command, string title, string message, SourceLocation? location) =>
        writer.WriteLine(GitHubAnnotation.Format(command, title, CleanLines(message), location));

    // A message may have several lines, each of which may hold what a step printed.
    private static string CleanLines(string message) => string.Join('\n', message.ReplaceLineEndings("\n").Split('\n').Select(TerminalText.Clean));
}
