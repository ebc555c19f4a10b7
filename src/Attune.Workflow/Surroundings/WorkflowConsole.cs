namespace Attune.Workflow.Surroundings;

/// <summary>Where a workflow's output goes.</summary>
/// <param name="Output">Reports and progress.</param>
/// <param name="Terminal">What kind of thing <paramref name="Output"/> is.</param>
/// <param name="Announce">Told what is done, one line at a time.</param>
/// <param name="Warn">Told what is odd, one line at a time.</param>
public sealed record WorkflowConsole(TextWriter Output, TerminalKind Terminal, Action<string> Announce, Action<string> Warn);

/// <summary>What output is written to.</summary>
public enum TerminalKind
{
    /// <summary>A pipe or a file.</summary>
    None,

    /// <summary>A terminal whose cursor can be moved.</summary>
    Interactive,

    /// <summary>The log of a GitHub Actions job.</summary>
    GitHubActions,
}
