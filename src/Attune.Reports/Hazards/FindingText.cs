using Attune.Hazards;
using Attune.Hazards.Repair;

namespace Attune.Reports.Hazards;

/// <summary>Findings for people.</summary>
public static class FindingText
{
    /// <summary>Each finding with its source line, then the summary.</summary>
    public static string Render(IReadOnlyCollection<Finding> findings) =>
        string.Join("\n\n", findings.Select(f => f.Describe()).Append(Summarize(findings)));

    /// <summary>One line: how many there are, and the safest step to take next.</summary>
    public static string Summarize(IReadOnlyCollection<Finding> findings) => findings.Count == 0
        ? "No hazards found."
        : $"{Count(findings.Count, "finding")} ({Severities(findings)}). Next: {NextStep(findings)}";

    private static string Severities(IReadOnlyCollection<Finding> findings) => string.Join(
        ", ",
        from severity in Enum.GetValues<Severity>().Reverse()
        let count = findings.Count(f => f.Severity == severity)
        where count > 0
        select Count(count, severity.ToString().ToLowerInvariant()));

    private static string NextStep(IReadOnlyCollection<Finding> findings)
    {
        var worst = findings.MaxBy(f => f.Severity)!;
        if (findings.Count(f => f.Fix?.Safety == FixSafety.Safe) is > 0 and var safe)
            return $"FixLockedMounts makes {Count(safe, "safe change")}; FixLockedMounts --diff shows them first.";
        return worst.Severity > Severity.Info && findings.Any(f => f.Fix is not null)
            ? "FixLockedMounts --unsafe-fixes --diff shows changes that alter how the project is built."
            : $"ExplainRule --rule {worst.Rule} says what to do.";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
