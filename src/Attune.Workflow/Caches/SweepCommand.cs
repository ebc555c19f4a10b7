using System.Globalization;
using Attune.Builds.Caching;
using Attune.Caches.Inspection;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Projects;
using Attune.Recovery.Sweeping;
using Attune.Reports.Caches;
using Attune.Source;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Caches;

/// <summary>Removes from the project's caches what tools began and never finished; all else in them stays.</summary>
internal sealed class SweepCommand(EngineConnection connection, ReportOutput output)
{
    public async Task<WorkSummary> RunAsync(ProjectCaches caches, BuildPlan plan, PruneSettings settings, CancellationToken cancellationToken)
    {
        if (settings is not { KeepStorage: null, UnusedFor: null, Forks: Attune.Caches.Pruning.ForkPruning.Ignore })
            throw new UserErrorException("--incomplete removes parts of caches; --forks, --unused-for and --keep-storage remove whole ones", "Run PruneCache twice.", FaultKind.Usage);
        var inventory = await caches.ReadAsync(ProjectCache.Of(plan), cancellationToken);
        var inspector = new CacheInspector(plan, new CacheVisitor(await connection.BuildEngineAsync(cancellationToken)));
        var mode = settings.Mode == PruneMode.DryRun ? SweepMode.Look : SweepMode.Remove;
        var found = new List<CacheContents>();
        var leftOut = new List<(string, string)>();
        foreach (var cache in CacheSelection.Select(inventory.ProjectCaches, settings.Mounts))
        {
            var records = inventory.RecordsOf(cache).ToList();
            if (WhyNot(cache, records, mode) is { } reason)
                leftOut.Add((cache.Name, reason));
            else if (records.Count > 0)
                found.Add(await inspector.SweepAsync(cache, mode, cancellationToken) with { Records = records.Count(r => r.Cache == cache) });
        }

        output.Write(SweepReport.Render(mode == SweepMode.Look ? "WOULD BE REMOVED" : "REMOVED", found, leftOut, output.Width));
        var count = found.Sum(c => c.Incomplete.Length).ToString(CultureInfo.InvariantCulture);
        return WorkSummary.Of((mode == SweepMode.Look ? "Would remove" : "Removed", count));
    }

    private static string? WhyNot(ProjectCache cache, List<KeptCache> records, SweepMode mode)
    {
        if (!cache.Mounts.Any(m => CacheSweep.Of(m.Mount, cache.Tools).Tools.Length > 0))
            return "No tool is known to leave incomplete entries there";
        // What is incomplete in a cache in use may be what is being written.
        return mode == SweepMode.Remove && records.Exists(r => r.Record.IsInUse) ? "In use, so it stays as it is" : null;
    }
}
