namespace Nuke.Common.Execution;

internal sealed record TargetCondition(string Text, Func<bool> Holds)
{
    /// <summary>The source text without the lambda's head.</summary>
    public static string Trim(string? expression) =>
        (expression ?? "").TrimStart('(').Trim().TrimStart(')').Trim().TrimStart('=').Trim().TrimStart('>').Trim();
}
