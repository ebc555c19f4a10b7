namespace Nuke.Common.Execution;

/// <summary>Ends the run; the cause has been logged.</summary>
internal sealed class TargetFailedException(string target, Exception cause) : Exception($"Target {target} failed", cause);
