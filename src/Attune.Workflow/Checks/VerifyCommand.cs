using System.Globalization;
using Attune.Hazards;
using Attune.Reports.Hazards;
using Attune.Workflow.Failures;
using Attune.Workflow.Projects;
using Attune.Workflow.Reporting;
using Attune.Workflow.Schedules;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Checks;

/// <summary>Reports the hazards of a project's cache mounts, and refuses it if builds would break each other.</summary>
internal sealed class VerifyCommand(ProjectAccess project, WorkflowHost host, ReportOutput output)
{
    public WorkSummary Run(WorkflowSettings settings)
    {
        if (project.Verified == VerifiedPlan.Written)
            CollectionPause.Start();
        var suppressions = new ProjectSuppressions(project, settings, host);
        var held = suppressions.All();
        var plan = project.PlanToVerify();
        var record = new MeasuredBuilds(plan, ProjectSchedule.HistoryPathOf(settings, plan.Project));
        var report = HazardCheck.Run(plan, held, record);
        if (suppressions.Write(report) is { } written)
            report = HazardCheck.Run(plan, held with { Baseline = written }, record);
        Show(report, settings.Output.Format);
        new UnreadDockerfiles(host).Warn(plan);
        if (report.Findings.Count(f => f.IsRefused) is > 0 and var refused)
            throw new WorkflowFailedException($"{refused} cache mount(s) would race. {FindingText.Summarize(report)}", ExitCodes.WorkFailed);
        UnreadDockerfiles.ThrowIfAny(plan);
        return WorkSummary.Of([("Findings", Text(report.Findings.Length)), .. report.Suppressed is [] ? [] : new[] { ("Held back", Text(report.Suppressed.Length)) }]);
    }

    private void Show(HazardReport report, ReportFormat format)
    {
        if (format is not (ReportFormat.Text or ReportFormat.GitHub) || report.Findings is not [] || (format == ReportFormat.Text && report.Suppressed is not []))
            output.Write(Render(report, format));
        foreach (var fault in report.Faults)
            host.Console.Warn(fault.Describe());
    }

    private static string Render(HazardReport report, ReportFormat format) => format switch
    {
        ReportFormat.Json => JsonFindings.Render(report),
        ReportFormat.Sarif => SarifFindings.Render(report),
        ReportFormat.GitHub => GitHubFindings.Render(report.Findings),
        _ => FindingText.Render(report),
    };

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
