using Attune.Reports.Progress;

namespace Attune.Workflow.Surroundings;

/// <summary>Where a workflow's output goes.</summary>
/// <param name="Output">Reports and progress.</param>
/// <param name="Terminal">What kind of thing <paramref name="Output"/> is.</param>
/// <param name="Size">The terminal's size at the time of the call.</param>
/// <param name="Announce">Told what is done, one line at a time.</param>
/// <param name="Warn">Told what is odd, one line at a time.</param>
public sealed record WorkflowConsole(
    TextWriter Output, TerminalPolicy Terminal, Func<TerminalSize> Size, Action<string> Announce, Action<string> Warn);
