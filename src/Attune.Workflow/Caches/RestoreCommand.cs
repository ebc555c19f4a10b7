using Attune.Archives;
using Attune.Archives.Registries;
using Attune.Archives.Storage;
using Attune.Caches.Mounts;
using Attune.Reports.Caches;
using Attune.Reports.Text;
using Attune.Workflow.Reporting;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Caches;

/// <summary>Restores the project's cache mounts from a store of archives.</summary>
internal sealed class RestoreCommand(ArchiveContext context, WorkflowHost host, ReportOutput output)
{
    public async Task<WorkSummary> RunAsync(CancellationToken cancellationToken)
    {
        if (context.Place.Mirror is { } mirror)
            await PullAsync(mirror, cancellationToken);
        var restorer = new CacheRestorer(context.Visitor, context.Plan, context.Store);
        var rows = new List<ArchiveRow>();
        foreach (var cache in context.Caches)
            if (restorer.Choose(cache, context.Key) is not { } archive)
                host.Console.Announce($"No archive of {cache.Name} in {context.Place.Name}");
            else if (Obstacle(restorer, cache) is { } obstacle)
                host.Console.Warn($"Not restored: {cache.Name}: {obstacle}");
            else
                rows.Add(await RestoreAsync(restorer, cache, archive, cancellationToken));
        if (rows.Count > 0)
            output.Write(ArchiveReport.Render(rows, output.Width));
        return WorkSummary.Of(("Restored", $"{rows.Count}"), ("Size", ByteSize.Format(rows.Sum(r => r.Length))), ("Key", context.Key));
    }

    private async Task PullAsync(RegistryMirror mirror, CancellationToken cancellationToken)
    {
        using var held = await context.Store.LockAsync(cancellationToken);
        await mirror.RefreshAsync(cancellationToken);
        var traffic = await mirror.PullAsync(context.Caches.Select(CacheLabel.Of), context.Key, cancellationToken);
        host.Console.Announce($"Pulled {traffic.Pieces} pieces, {ByteSize.Format(traffic.Bytes)}, from {context.Place.Name}");
    }

    private string? Obstacle(CacheRestorer restorer, ProjectCache cache)
    {
        var records = context.RecordsOf(cache);
        if (records.Length > 1)
            host.Console.Warn($"{cache.Name} has {records.Length} records, of which one is restored: see PruneCache --forks");
        // Locked caches are waited for. A shared one would change under the build that uses it.
        return cache.Sharing.Contains(Dockerfiles.Mounts.CacheSharing.Shared) && records.Any(r => r.Record.IsInUse) ? "a build is using it" : restorer.Obstacle(cache);
    }

    private async Task<ArchiveRow> RestoreAsync(CacheRestorer restorer, ProjectCache cache, ArchiveManifest archive, CancellationToken cancellationToken)
    {
        var started = host.Time.GetTimestamp();
        await restorer.RestoreAsync(cache, archive, cancellationToken);
        return new(cache.Name, archive.Entries, archive.Length)
        {
            StoredLength = archive.StoredLength,
            Duration = host.Time.GetElapsedTime(started),
            Remark = archive.Key == context.Key ? "" : $"saved as {archive.Key}",
        };
    }
}
