using System.Collections.Immutable;
using System.Globalization;
using Attune.Engines.Finding;
using Attune.Reports.Tables;
using Attune.Reports.Text;
using Attune.Schedules;
using Attune.Strategies.Phases;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Projects;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Schedules;

/// <summary>Says before a build what it is expected to do when.</summary>
internal sealed class ScheduleCommand(WorkflowSettings settings, WorkflowHost host, ProjectAccess project, ReportOutput output)
{
    /// <param name="findEngine">Finds the engine that the build would run on; null when none answers.</param>
    public async Task<WorkSummary> RunAsync(Func<Task<EngineInfo?>> findEngine)
    {
        PlanCommand.CheckFormat(settings.Output.Format);
        var engine = await findEngine();
        var plan = project.Plan(engine is null ? project.Request : project.Request.On(engine));
        var history = ProjectSchedule.HistoryOf(settings, project).Load(host.Console.Warn);
        var maxParallel = ProjectSchedule.MaxParallel(settings.Build, engine?.Cpus ?? history.Cpus);
        var phases = StrategyPhases.Of(settings.Build.Strategy, plan, settings.Build.WarmService);
        var forecast = Forecast.Of([.. phases.Select(p => new ForecastPhase(p.Plan, p.MaxParallel ?? maxParallel))], history, settings.Build.LayerCache);
        ImmutableArray<ScheduleRow> rows = [.. forecast.Services.Select(s => new ScheduleRow(s.Service, s.Start, s.End ?? forecast.Duration,
            [.. s.Steps.SelectMany(step => step.Waits).Select(w => new ScheduleWait(w.Cache, w.Holder, w.Start, w.End))]))];
        if (settings.Output.Format == ReportFormat.Json)
            output.Write(ScheduleReport.Json(rows, forecast.Duration, maxParallel, history.Runs));
        else
            output.Write(ScheduleReport.Render(rows, forecast.Duration, Explanations(forecast, maxParallel, history.Runs), output.Width));
        return WorkSummary.Of(("Expected", Durations.Format(forecast.Duration)));
    }

    private IEnumerable<string> Explanations(Forecast forecast, int maxParallel, int runs)
    {
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{Durations.Format(forecast.Duration)} with {maxParallel} at once; in the order of the compose file {Durations.Format(forecast.ComposeDuration)}.");
        yield return (runs, forecast.Unknown) switch
        {
            (0, _) => "No earlier run is known here: every duration is a guess, of which only the order is of use.",
            (_, 0) => Runs(runs),
            (_, 1) => Runs(runs) + " One step never ran and is guessed.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Runs(runs)} {forecast.Unknown} steps never ran and are guessed."),
        };
        yield return settings.Build.LayerCache == Builds.Running.LayerCachePolicy.Rerun
            ? "Assumes that every RUN runs, and that cache mounts are as full as in those runs."
            : "Assumes that sources changed, that steps before them are cached as they were last time, and that cache mounts are as full as in those runs.";
    }

    private static string Runs(int runs) => runs == 1 ? "Rests on one earlier run." : string.Create(CultureInfo.InvariantCulture, $"Rests on {runs} earlier runs.");
}
