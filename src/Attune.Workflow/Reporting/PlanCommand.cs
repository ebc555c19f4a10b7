using System.Globalization;
using Attune.Hazards;
using Attune.Projects;
using Attune.Reports.Tables;
using Attune.Source;
using Attune.Workflow.Checks;
using Attune.Workflow.Projects;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Reporting;

/// <summary>Shows what would be built.</summary>
internal static class PlanCommand
{
    public static WorkSummary Run(ProjectAccess project, WorkflowSettings settings, ReportOutput output, UnreadDockerfiles unread)
    {
        CheckFormat(settings.Output.Format);
        var plan = project.PlanToCheck();
        unread.Warn(plan);
        var isJson = settings.Output.Format == ReportFormat.Json;
        if (settings.Check.View == PlanView.Mounts)
            WriteMounts(MountTable.Of(plan), isJson, output);
        else if (isJson)
            output.Write(PlanJson.Render(plan));
        else
            output.Write(PlanReport.Render([.. plan.Services.Select(Row)]));
        return WorkSummary.Of(("Services", plan.Services.Length.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Refuses formats that there are only for findings.</summary>
    public static void CheckFormat(ReportFormat format)
    {
        if (format is not (ReportFormat.Text or ReportFormat.Json))
            throw new UserErrorException($"ShowPlan has no format {format}", "Use --format text or json.", FaultKind.Usage);
    }

    private static void WriteMounts(IReadOnlyList<MountEntry> mounts, bool isJson, ReportOutput output)
    {
        if (isJson)
            output.Write(MountReport.Json(mounts));
        else
            output.Write(MountReport.Render(mounts, output.Width));
    }

    private static ServicePlanRow Row(ServicePlan service) =>
        new(service.Name, service.Section.Context.Value, service.Section.Dockerfile ?? "(inline)")
        {
            Target = service.Section.Target,
            Args = [.. service.Args.Select(a => KeyValuePair.Create(a.Name, a.Value))],
            Tags = service.Tags,
            Platforms = service.Platforms,
            CacheMounts = [.. service.CacheMounts.Select(m => new PlannedCacheMount(
                m.Id, m.Target, m.Sharing.ToString().ToLowerInvariant(), string.Create(CultureInfo.InvariantCulture, $"{m.Location.Path}:{m.Location.Start.Line}")))],
        };
}
