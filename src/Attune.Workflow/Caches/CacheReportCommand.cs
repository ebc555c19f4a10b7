using System.Globalization;
using Attune.Caches.Inventory;
using Attune.Reports.Caches;
using Attune.Reports.Text;
using Attune.Source;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Caches;

/// <summary>Shows what the engine keeps for the project's cache mounts.</summary>
internal static class CacheReportCommand
{
    public static async Task<WorkSummary> RunAsync(
        ProjectCaches caches, ReportFormat format, ReportOutput output, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (format is not (ReportFormat.Text or ReportFormat.Json))
            throw new UserErrorException($"CacheReport has no format {format}", "Use --format text or json.", FaultKind.Usage);
        var inventory = await caches.ReadAsync(cancellationToken);
        if (format == ReportFormat.Json)
            output.Write(CacheJson.Render(inventory));
        else
            output.Write(CacheReport.Render(inventory, clock.GetUtcNow(), output.Width));
        var own = inventory.Caches.Where(k => k.Ownership == CacheOwnership.Project).ToList();
        return WorkSummary.Of(("Caches", own.Count.ToString(CultureInfo.InvariantCulture)), ("Size", ByteSize.Format(own.Sum(k => k.Record.Size))));
    }
}
