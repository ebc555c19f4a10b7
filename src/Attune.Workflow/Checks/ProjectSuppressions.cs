using System.Text;
using Attune.Hazards;
using Attune.Hazards.Suppression;
using Attune.Source;
using Attune.Workflow.Projects;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Checks;

/// <summary>What holds back findings of a run, besides comments: the parameters and the baseline.</summary>
internal sealed class ProjectSuppressions(ProjectAccess project, WorkflowSettings settings, WorkflowHost host)
{
    /// <summary>The parameters alone.</summary>
    public Suppressions OfParameters() => new()
    {
        Ignored = [.. settings.Check.IgnoredHazards.Select(IgnoredHazard.Parse)],
        PathOf = project.PathInProject,
    };

    /// <summary>All that hold findings back, the baseline among them unless it is to be written.</summary>
    public Suppressions All() => OfParameters() with
    {
        Baseline = settings.Check is { Baseline: { } file, BaselineMode: BaselineMode.Compare } ? ReadBaseline(Absolute(file)) : Baseline.Empty,
        Coverage = project.Verified == VerifiedPlan.Written && settings.Project.Services is [] ? CheckCoverage.Whole : CheckCoverage.Part,
    };

    /// <summary>Writes the baseline if that is asked for.</summary>
    /// <param name="report">What is found without it.</param>
    /// <returns>The baseline that holds from now on.</returns>
    public Baseline? Write(HazardReport report)
    {
        if (settings.Check.BaselineMode != BaselineMode.Write)
            return null;
        var path = Absolute(settings.Check.Baseline ?? throw new UserErrorException("Which baseline is to be written?", "Name the file: --baseline hazards.json --write-baseline.", FaultKind.Usage));
        if (settings.Project.Services is not [])
            throw new UserErrorException("A baseline is written for the whole project", "Leave out --services.", FaultKind.Usage);
        var baseline = Baseline.Of(report.Findings, project.PathInProject);
        WriteFile(path, baseline.Render());
        host.Console.Announce($"{baseline.Count} {(baseline.Count == 1 ? "finding is" : "findings are")} known from now on: {settings.Check.Baseline}");
        return baseline;
    }

    private Baseline ReadBaseline(string path) => host.Files.FileExists(path)
        ? Baseline.Parse(new(settings.Check.Baseline!, host.Files.ReadText(path)))
        : throw new UserErrorException($"The baseline {path} doesn't exist", "Write it with --write-baseline.", FaultKind.Usage);

    private string Absolute(string path) => Path.GetFullPath(path, host.CurrentDirectory);

    private static void WriteFile(string path, string text)
    {
        try
        {
            WholeFile.Write(path, Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"Can't write {path}: {e.Message}", "Check --baseline.", inner: e);
        }
    }
}
