using System.Globalization;
using Attune.BuildKit.Control;
using Attune.Builds.Caching;
using Attune.Reports.Tables;
using Attune.Reports.Text;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Reporting;

/// <summary>Shows and prunes an engine's build cache; images, containers and volumes are never touched.</summary>
internal static class CacheCommands
{
    public static async Task<WorkSummary> ReportAsync(
        EngineConnection connection, WorkflowHost host, ReportOutput output, CancellationToken cancellationToken)
    {
        var client = await connection.ClientAsync(cancellationToken);
        var rows = (await client.DiskUsageAsync(["type==exec.cachemount"], cancellationToken)).Select(Row).ToList();
        output.Write(CacheReport.Render(rows, host.Time.GetUtcNow(), output.Width));
        return WorkSummary.Of(("Caches", Text(rows.Count)), ("Size", ByteSize.Format(rows.Sum(r => r.Size))));
    }

    public static async Task<WorkSummary> PruneAsync(
        EngineConnection connection, PruneSettings settings, ReportOutput output, CancellationToken cancellationToken)
    {
        var request = new PruneRequest { Scope = settings.Scope, KeepBytes = settings.KeepStorage is { } keep ? StorageSize.Parse(keep, "--keep-storage") : 0 };
        var client = await connection.ClientAsync(cancellationToken);
        var removed = new List<ReclaimedRow>();
        await foreach (var record in client.PruneAsync(request, cancellationToken))
            removed.Add(new(CacheMountName.Of(record)?.ToString() ?? record.Description, record.Size));
        output.Write(PruneReport.Render(removed, output.Width));
        return WorkSummary.Of(("Removed", Text(removed.Count)), ("Reclaimed", ByteSize.Format(removed.Sum(r => r.Size))));
    }

    private static CacheMountRow Row(CacheRecord record) => new(CacheMountName.Of(record)?.ToString() ?? record.Description, record.Size)
    {
        Created = record.CreatedAt,
        LastUsed = record.LastUsedAt,
        UseCount = record.UsageCount,
        Use = record.IsInUse ? CacheUse.InUse : CacheUse.Idle,
    };

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
