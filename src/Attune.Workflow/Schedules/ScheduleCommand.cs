using System.Collections.Immutable;
using System.Globalization;
using Attune.Builds.Running;
using Attune.Engines.Finding;
using Attune.Projects;
using Attune.Reports.Tables;
using Attune.Reports.Text;
using Attune.Schedules;
using Attune.Schedules.Filling;
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
    /// <param name="phases">What is built after what.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<WorkSummary> RunAsync(
        Func<Task<EngineInfo?>> findEngine, Func<BuildPlan, ImmutableArray<BuildPhase>> phases, CancellationToken cancellationToken)
    {
        PlanCommand.CheckFormat(settings.Output.Format);
        var engine = await findEngine();
        var caches = await CachesOf(engine, cancellationToken);
        var plan = project.Plan(engine is null ? project.Request : project.Request.On(engine));
        var history = ProjectSchedule.HistoryOf(settings, project).Load(host.Console.Warn);
        var maxParallel = ProjectSchedule.MaxParallel(settings.Build, engine?.Cpus ?? history.Cpus);
        var forecast = Forecast.Of(
            [.. phases(plan).Select(p => new ForecastPhase(p.Plan, p.MaxParallel ?? maxParallel) { Images = p.Images })], history, settings.Build.LayerCache, caches);
        ImmutableArray<ScheduleRow> rows = [.. forecast.Services.Select(s => new ScheduleRow(s.Service, s.Start, s.End ?? forecast.Duration,
            [.. s.Steps.SelectMany(step => step.Waits).Select(w => new ScheduleWait(w.Cache, w.Holder, w.Start, w.End))]))];
        if (settings.Output.Format == ReportFormat.Json)
            output.Write(ScheduleReport.Json(rows, forecast.Duration, Assumptions(forecast, maxParallel, history.Runs)));
        else
            output.Write(ScheduleReport.Render(rows, forecast.Duration, Explanations(forecast, maxParallel, history.Runs), output.Width));
        return WorkSummary.Of(("Expected", Durations.Format(forecast.Duration)));
    }

    private async Task<KeptCaches?> CachesOf(EngineInfo? engine, CancellationToken cancellationToken)
    {
        if (engine is null)
            return null;
        await using var connection = new EngineConnection(engine, host);
        return await KeptCaches.ReadAsync(await connection.ClientAsync(cancellationToken), cancellationToken);
    }

    private ScheduleAssumptions Assumptions(Forecast forecast, int maxParallel, int runs) => new(maxParallel, runs)
    {
        Layers = settings.Build.LayerCache == LayerCachePolicy.Rerun ? "rerun" : "sourcesChanged",
        Caches = forecast.Caches switch { CacheFill.Filled => "warm", CacheFill.Empty => "cold", _ => "unknown" },
        Guessed = forecast.Unknown,
        Unlike = forecast.Unlike,
    };

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
        yield return settings.Build.LayerCache == LayerCachePolicy.Rerun
            ? "Layers: every RUN runs."
            : "Layers: sources changed; what comes before them is cached if it was so last time.";
        yield return forecast.Caches switch
        {
            CacheFill.Filled => "Cache mounts: warm, all are on the engine." + Unlike(forecast, "cold"),
            CacheFill.Empty => "Cache mounts: cold, the engine lacks some." + Unlike(forecast, "warm"),
            _ => "Cache mounts: as in earlier runs, cold ones and warm ones alike.",
        };
    }

    private static string Unlike(Forecast forecast, string otherwise) => forecast.Unlike == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" No run of {forecast.Unlike} steps is known with such ones: what they took with {otherwise} ones is shown.");

    private static string Runs(int runs) => runs == 1 ? "Rests on one earlier run." : string.Create(CultureInfo.InvariantCulture, $"Rests on {runs} earlier runs.");
}
