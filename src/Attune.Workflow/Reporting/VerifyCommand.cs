using System.Globalization;
using Attune.Hazards;
using Attune.Workflow.Failures;
using Attune.Workflow.Projects;

namespace Attune.Workflow.Reporting;

/// <summary>Refuses a project whose builds would break each other through a cache mount; other findings are only counted.</summary>
internal static class VerifyCommand
{
    public static WorkSummary Run(ProjectAccess project)
    {
        var plan = project.Plan(project.Request);
        var findings = HazardCheck.Run(plan);
        if (findings.Where(f => f.IsRefused).ToList() is { Count: > 0 } refused)
            throw new WorkflowFailedException($"{refused.Count} cache mount(s) would race:\n\n{string.Join("\n\n", refused.Select(f => f.Describe()))}", ExitCodes.WorkFailed);
        var caches = plan.Services.SelectMany(s => s.CacheMounts).Select(m => m.EngineId).Distinct().Count();
        return WorkSummary.Of(("Caches", Text(caches)), ("Unlocked", "0"), ("Warnings", Count(Severity.Warning)), ("Hints", Count(Severity.Info)));

        string Count(Severity severity) => Text(findings.Count(f => f.Severity == severity));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
