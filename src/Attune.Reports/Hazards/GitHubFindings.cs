using Attune.Hazards;
using Attune.Reports.Plain;

namespace Attune.Reports.Hazards;

/// <summary>Findings as annotations of GitHub Actions, which shows them at their lines in a pull request.</summary>
public static class GitHubFindings
{
    /// <summary>One line a finding; empty without any.</summary>
    public static string Render(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(Annotation));

    private static string Annotation(Finding finding) => GitHubAnnotation.Format(
        finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        },
        $"{finding.Rule} {finding.Name}",
        $"{finding.Message}\n{finding.Advice}",
        finding.Location);
}
