using Attune.Hazards;
using Attune.Hazards.Repair;
using Attune.Hazards.Suppression;
using Attune.Source;

namespace Attune.Reports.Hazards;

/// <summary>Findings for people.</summary>
public static class FindingText
{
    /// <summary>Each finding with its source line, then the summary.</summary>
    public static string Render(HazardReport report) =>
        string.Join("\n\n", Simultaneous.Select(Checked(report).Findings, f => f.Describe()).Append(Summarize(report)));

    /// <summary>One line: how many there are, what is held back, and the safest step to take next.</summary>
    public static string Summarize(HazardReport report)
    {
        var findings = Checked(report).Findings;
        if (findings is [])
            return report.Suppressed is [] ? "No hazards found." : $"No hazards to report.{HeldBack(report)}";
        return $"{Count(findings.Length, "finding")} ({Severities(findings)}).{HeldBack(report)} Next: {NextStep(findings)}";
    }

    private static HazardReport Checked(HazardReport report) => report ?? throw new ArgumentNullException(nameof(report));

    private static string HeldBack(HazardReport report) => report.Suppressed is []
        ? ""
        : $" Held back: {string.Join(", ", report.Suppressed.GroupBy(s => s.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} by {Name(g.Key)}"))}.";

    private static string Name(SuppressionKind kind) => kind switch
    {
        SuppressionKind.Comment => "comments",
        SuppressionKind.Configuration => "IgnoreHazards",
        _ => "the baseline",
    };

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
