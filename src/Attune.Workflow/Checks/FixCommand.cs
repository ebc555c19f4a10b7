using System.Globalization;
using Attune.Hazards;
using Attune.Hazards.Repair;
using Attune.Hazards.Suppression;
using Attune.Projects;
using Attune.Reports.Hazards;
using Attune.Reports.Text;
using Attune.Workflow.Failures;
using Attune.Workflow.Projects;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Checks;

/// <summary>Makes the fixes of the findings in the Dockerfiles, or shows them.</summary>
internal sealed class FixCommand(ProjectAccess project, WorkflowHost host, ReportOutput output)
{
    // One round makes room for the fixes that overlapped with others; far more than any project needs.
    private const int MaxRounds = 10;

    private readonly EditedFiles _files = new(host.Files);

    public WorkSummary Run(WorkflowSettings settings)
    {
        var suppressions = new ProjectSuppressions(project, settings, host);
        var known = suppressions.All();
        // What the baseline holds back is no decision that it may stay: it is repaired, too.
        var plan = Repair(settings.Check.Fixes, suppressions.OfParameters());
        var left = HazardCheck.Run(plan, known);
        var edited = _files.Edited.ToList();
        if (settings.Check.Mode == FixMode.Diff)
            output.Write(edited.SelectMany(f => UnifiedDiff.Render(Shown(f.Path), f.Before, f.After)));
        else
            Write(edited, left, plan);
        new UnreadDockerfiles(host).Warn(plan);
        if (settings.Check.Mode == FixMode.Write && left.Findings.Any(f => f.IsRefused))
            throw new WorkflowFailedException($"Some cache mounts would still race. {FindingText.Summarize(left)}", ExitCodes.WorkFailed);
        UnreadDockerfiles.ThrowIfAny(plan);
        return WorkSummary.Of(("Files", Text(edited.Count)), ("Findings left", Text(left.Findings.Length)));
    }

    private BuildPlan Repair(FixSafety safety, Suppressions suppressions)
    {
        for (var round = 1; ; round++)
        {
            var plan = project.PlanToCheck(_files);
            var fixedFiles = FixedFile.Apply(HazardCheck.Run(plan, suppressions).Findings, safety);
            if (fixedFiles is [] || round == MaxRounds)
                return plan;
            foreach (var file in fixedFiles)
                _files.Edit(PathOf(file, plan), file.Text);
        }
    }

    private void Write(List<(string Path, string Before, string After)> edited, HazardReport left, BuildPlan plan)
    {
        foreach (var (path, before, after) in edited)
        {
            FileReplacement.Write(path, before, after);
            host.Console.Announce($"Fixed {Shown(path)}");
        }

        if (left.Findings is not [])
            output.Write(FindingText.Render(left));
        if (plan.Services.Any(s => s.Section.DockerfileInline is not null && left.Findings.Any(f => f.Location.Path == s.Document?.Source.Path)))
            host.Console.Warn("Dockerfiles written inside a compose file (dockerfile_inline) are not edited; change them by hand.");
    }

    private static string PathOf(FixedFile file, BuildPlan plan) => plan.Services.First(s => s.Document?.Source == file.Source).Section.DockerfilePath!;

    private string Shown(string path) => Path.GetRelativePath(project.ShownFrom, path).Replace('\\', '/');

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
