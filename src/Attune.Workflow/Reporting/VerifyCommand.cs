using System.Globalization;
using Attune.Hazards;
using Attune.Workflow.Failures;
using Attune.Workflow.Projects;

namespace Attune.Workflow.Reporting;

/// <summary>Refuses a project whose services write one cache mount without a lock.</summary>
internal static class VerifyCommand
{
    public static WorkSummary Run(ProjectAccess project)
    {
        var plan = project.Plan(project.Request);
        var findings = HazardCheck.Run(plan);
        var caches = plan.Services.SelectMany(s => s.CacheMounts).Select(m => m.EngineId).Distinct().Count();
        if (findings is [])
            return WorkSummary.Of(("Caches", caches.ToString(CultureInfo.InvariantCulture)), ("Unlocked", "0"));
        var text = string.Join("\n\n", findings.Select(f => f.Describe()));
        throw new WorkflowFailedException($"{findings.Length} cache mount(s) would race:\n\n{text}", ExitCodes.WorkFailed);
    }
}
