using Attune.Compose;
using Attune.Schedules.History;
using Attune.Source;
using Attune.Workflow.Projects;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Schedules;

/// <summary>What decides when services of a project start: how many may run at once, and what earlier runs took.</summary>
internal static class ProjectSchedule
{
    // More solves than this at once only wait for each other: steps run in parallel within each.
    private const int LeastParallel = 2;

    /// <summary>How many services are built at once.</summary>
    /// <param name="settings">What the user asked for.</param>
    /// <param name="cpus">The engine's cores; 0 when they aren't known.</param>
    public static int MaxParallel(BuildSettings settings, int cpus) => settings.MaxParallel switch
    {
        null => Math.Max(cpus, LeastParallel),
        > 0 and var asked => asked,
        { } wrong => throw new UserErrorException($"--max-parallel is {wrong}", "Give it 1 or more.", FaultKind.Usage),
    };

    /// <summary>Where the durations of this project's builds are kept.</summary>
    public static HistoryFile HistoryOf(WorkflowSettings settings, ProjectAccess project) => new(HistoryPathOf(settings, project.Project));

    /// <summary>The file that the durations of a project's builds are kept in.</summary>
    public static string HistoryPathOf(WorkflowSettings settings, ComposeProject project) =>
        HistoryFile.PathFor(settings.StateDirectory, project.Name, project.Directory);
}
