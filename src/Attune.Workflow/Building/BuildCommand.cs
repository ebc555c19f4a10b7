using System.Collections.Immutable;
using System.Globalization;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Projects;
using Attune.Recovery;
using Attune.Reports.Progress;
using Attune.Schedules;
using Attune.Source;
using Attune.Strategies.Phases;
using Attune.Strategies.Rewriting;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Failures;
using Attune.Workflow.Projects;
using Attune.Workflow.Reporting;
using Attune.Workflow.Schedules;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Building;

/// <summary>Builds services and shows it.</summary>
internal sealed class BuildCommand(WorkflowSettings settings, WorkflowHost host, ProjectAccess project)
{
    /// <summary>The arguments that name base images made on this machine; empty when the usual ones are there.</summary>
    public ImmutableDictionary<string, string> BaseImageArgs { get; set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Builds services of the project, phase by phase; the first phase that fails is the last.</summary>
    /// <param name="connection">The engine.</param>
    /// <param name="phases">What is built after what.</param>
    /// <param name="cancellationToken">Ends every solve.</param>
    public async Task<WorkSummary> RunAsync(
        EngineConnection connection, Func<BuildPlan, ImmutableArray<BuildPhase>> phases, CancellationToken cancellationToken)
    {
        var request = project.Request.On(connection.Engine);
        var plan = project.Plan(request with { ExtraArgs = BaseImageArgs.SetItems(request.ExtraArgs) });
        if (StrategyPhases.Sharing(settings.Build.Strategy) == MountSharing.Shared)
            host.Console.Warn(UnlockedWarning.Text);
        var results = new List<ServiceResult>();
        foreach (var phase in phases(plan))
        {
            if (phase.Announcement is { } announcement)
                host.Console.Announce(announcement);
            var result = await RunAsync(connection, phase, cancellationToken);
            results.AddRange(result.IsSuccess ? result.Services : throw Failed(result));
        }

        return Summaries.Of(results);
    }

    private async Task<BuildResult> RunAsync(EngineConnection connection, BuildPhase phase, CancellationToken cancellationToken)
    {
        foreach (var service in phase.Plan.Services)
            service.Section.CheckFiles(host.Files);
        var options = new BuildOptions(settings.Build.LayerCache, settings.Build.Pull) { Images = phase.Images };
        var policy = new RunPolicy(phase.MaxParallel ?? ProjectSchedule.MaxParallel(settings.Build, connection.Engine.Cpus), settings.Build.OnFailure);
        var engine = await connection.BuildEngineAsync(cancellationToken);
        var recovery = new CacheRecovery(phase.Plan, new CacheVisitor(engine), Retries());
        var builder = new ProjectBuilder(engine, host.Time) { Recovery = recovery };
        var scheduled = new ScheduledBuild(builder, engine, ProjectSchedule.HistoryOf(settings, project), host.Console.Announce);
        BuildResult result;
        await using (var sink = BuildSinks.Create(settings.Output.Progress, host.Console.Output, host.Time, host.Console.Terminal, host.Console.Size))
            result = await scheduled.BuildAsync(phase.Plan, options, policy, sink, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>The plan of steps of our own, which start from the images that the project's builds start from.</summary>
    public async Task<BuildPlan> VisitPlanAsync(EngineConnection connection, CancellationToken cancellationToken)
    {
        if (BaseImageArgs.IsEmpty)
            BaseImageArgs = await new BaseImageCommand(settings, host, project).EnsureAsync(connection, cancellationToken);
        var request = project.Request.On(connection.Engine);
        return project.Plan(request with { ExtraArgs = BaseImageArgs.SetItems(request.ExtraArgs) });
    }

    private int Retries() => settings.Build.Retries >= 0
        ? settings.Build.Retries
        : throw new UserErrorException($"--retries is {settings.Build.Retries}", "Give it 0 or more.", FaultKind.Usage);

    private static WorkflowFailedException Failed(BuildResult result)
    {
        var failed = result.Services.Where(s => s.Outcome == ServiceOutcome.Failed).Select(s => s.Service).ToList();
        var text = string.Create(CultureInfo.InvariantCulture, $"{failed.Count} of {result.Services.Count} services failed: {string.Join(", ", failed)}");
        return new(text, ExitCodes.WorkFailed);
    }
}
