using System.Globalization;
using Attune.Projects;
using Attune.Reports.Tables;
using Attune.Workflow.Projects;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Reporting;

/// <summary>Shows what would be built.</summary>
internal static class PlanCommand
{
    public static WorkSummary Run(ProjectAccess project, WorkflowSettings settings, ReportOutput output)
    {
        var plan = project.Plan(project.Request);
        if (settings.Output.Format == ReportFormat.Json)
            output.Write(PlanJson.Render(plan));
        else
            output.Write(PlanReport.Render([.. plan.Services.Select(Row)]));
        return WorkSummary.Of(("Services", plan.Services.Length.ToString(CultureInfo.InvariantCulture)));
    }

    private static ServicePlanRow Row(ServicePlan service) =>
        new(service.Name, service.Section.Context.Value, service.Section.Dockerfile ?? "(inline)")
        {
            Target = service.Section.Target,
            Args = [.. service.Args.Select(a => KeyValuePair.Create(a.Name, a.Value))],
            Tags = service.Tags,
            Platforms = service.Section.Platforms,
            CacheMounts = [.. service.CacheMounts.Select(m => new PlannedCacheMount(
                m.Id, m.Target, m.Sharing.ToString().ToLowerInvariant(), string.Create(CultureInfo.InvariantCulture, $"{m.Location.Path}:{m.Location.Start.Line}")))],
        };
}
