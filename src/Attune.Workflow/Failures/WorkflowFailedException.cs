namespace Attune.Workflow.Failures;

/// <summary>
/// Ends a target with a message and an exit code. It prints as its message alone: NUKE logs an exception's <c>ToString()</c>, and no stack
/// trace reaches a user.
/// </summary>
/// <param name="message">Everything the user needs to read.</param>
/// <param name="exitCode">1: the work failed; 2: used wrongly.</param>
/// <param name="inner">The cause, if it is worth keeping.</param>
public sealed class WorkflowFailedException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>1: the work failed; 2: used wrongly.</summary>
    public int ExitCode { get; } = exitCode;

    /// <inheritdoc/>
    public override string ToString() => Message;
}
