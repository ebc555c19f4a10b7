namespace Attune.Engines.Processes;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; 128 plus the signal's number when one ended it.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record ProcessOutcome(int ExitCode, string Output, string Errors)
{
    /// <summary>The last lines of both, errors last, for a message.</summary>
    public IReadOnlyList<string> LastLines(int count) =>
        [.. (Output + "\n" + Errors).Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0).TakeLast(count)];
}
