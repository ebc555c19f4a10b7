using System.Globalization;
using Attune.Hazards;
using Attune.Reports.Hazards;
using Attune.Workflow.Failures;
using Attune.Workflow.Projects;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Checks;

/// <summary>Reports the hazards of a project's cache mounts, and refuses it if builds would break each other.</summary>
internal sealed class VerifyCommand(ProjectAccess project, WorkflowHost host, ReportOutput output)
{
    public WorkSummary Run(WorkflowSettings settings)
    {
        var format = settings.Output.Format;
        var plan = project.PlanToVerify();
        var findings = HazardCheck.Run(plan);
        if (findings is not [] || format is not (ReportFormat.Text or ReportFormat.GitHub))
            output.Write(Render(findings, format));
        new UnreadDockerfiles(host).Warn(plan);
        if (findings.Count(f => f.IsRefused) is > 0 and var refused)
            throw new WorkflowFailedException($"{refused} cache mount(s) would race. {FindingText.Summarize(findings)}", ExitCodes.WorkFailed);
        UnreadDockerfiles.ThrowIfAny(plan);
        return WorkSummary.Of(("Findings", findings.Length.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Render(IReadOnlyCollection<Finding> findings, ReportFormat format) => format switch
    {
        ReportFormat.Json => JsonFindings.Render(findings),
        ReportFormat.Sarif => SarifFindings.Render(findings),
        ReportFormat.GitHub => GitHubFindings.Render(findings),
        _ => FindingText.Render(findings),
    };
}
