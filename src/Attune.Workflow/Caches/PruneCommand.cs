using System.Globalization;
using Attune.Builds.Caching;
using Attune.Caches.Pruning;
using Attune.Reports.Caches;
using Attune.Reports.Text;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Failures;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Caches;

/// <summary>Prunes an engine's build cache; images, containers and volumes are never touched.</summary>
internal sealed class PruneCommand(EngineConnection connection, WorkflowHost host, ReportOutput output)
{
    public async Task<WorkSummary> RunAsync(ProjectCaches caches, PruneSettings settings, CancellationToken cancellationToken)
    {
        var query = Query(settings);
        var plan = PrunePlan.Of(await caches.ReadAsync(cancellationToken), query, host.Time.GetUtcNow());
        if (settings.Mode == PruneMode.DryRun)
        {
            output.Write(PruneReport.Forecast(plan, output.Width));
            return Summary("Would remove", plan.Expected.Length, plan.Bytes);
        }

        foreach (var cache in plan.Foreign)
            host.Console.Warn($"Others may use {cache.DisplayName} ({ByteSize.Format(cache.Record.Size)}): no step of this project made it");
        var outcome = await CachePruner.RunAsync(await connection.ClientAsync(cancellationToken), plan, cancellationToken);
        output.Write(PruneReport.Render(plan, outcome, output.Width));
        return outcome.Unconfirmed is []
            ? Summary("Removed", outcome.Removed.Length, outcome.Bytes)
            : throw new WorkflowFailedException("The engine still lists records that it said to have removed", ExitCodes.WorkFailed);
    }

    private static PruneQuery Query(PruneSettings settings) => new()
    {
        Mounts = settings.Mounts,
        Forks = settings.Forks,
        KeepBytes = settings.KeepStorage is { } keep ? StorageSize.Parse(keep, "--keep-storage") : null,
        UnusedFor = settings.UnusedFor is { } age ? AgeLimit.Parse(age, "--unused-for") : TimeSpan.Zero,
        Scope = settings.Scope,
    };

    private static WorkSummary Summary(string what, int count, long bytes) =>
        WorkSummary.Of((what, count.ToString(CultureInfo.InvariantCulture)), ("Reclaimed", ByteSize.Format(bytes)));
}
