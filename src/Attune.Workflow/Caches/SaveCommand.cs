using Attune.Archives;
using Attune.Archives.Registries;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Reports.Caches;
using Attune.Reports.Text;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Caches;

/// <summary>Saves the project's cache mounts to a store of archives.</summary>
internal sealed class SaveCommand(ArchiveContext context, ArchiveSettings settings, WorkflowHost host, ReportOutput output)
{
    public async Task<WorkSummary> RunAsync(CancellationToken cancellationToken)
    {
        var most = settings.MaxSize is { } size ? StorageSize.Parse(size, "--max-size") : long.MaxValue;
        using var held = await context.Store.LockAsync(cancellationToken);
        if (context.Place.Mirror is { } there)
            await there.RefreshAsync(cancellationToken);
        var saver = new CacheSaver(context.Visitor, context.Plan, context.Store, host.Time);
        var rows = new List<ArchiveRow>();
        foreach (var cache in context.Caches)
            if (Reason(saver, cache) is { } reason)
                host.Console.Warn($"Not saved: {cache.Name}: {reason}");
            else
                rows.Add(await SaveAsync(saver, cache, cancellationToken));
        var trimmed = context.Store.Trim(most);
        foreach (var archive in trimmed)
            host.Console.Announce($"Removed from the store, to fit --max-size: {archive.Cache}, {archive.Key}");
        if (context.Place.Mirror is { } mirror)
            await PushAsync(mirror, cancellationToken);
        if (rows.Count > 0)
            output.Write(ArchiveReport.Render(rows, output.Width));
        return WorkSummary.Of(("Saved", $"{rows.Count}"), ("Size", ByteSize.Format(rows.Sum(r => r.StoredLength))), ("Key", context.Key));
    }

    private async Task PushAsync(RegistryMirror mirror, CancellationToken cancellationToken)
    {
        var traffic = await mirror.PushAsync(cancellationToken);
        host.Console.Announce($"Pushed {traffic.Pieces} pieces, {ByteSize.Format(traffic.Bytes)}, to {context.Place.Name}");
    }

    private string? Reason(CacheSaver saver, ProjectCache cache)
    {
        var records = context.RecordsOf(cache);
        if (records is [])
            return "the engine has nothing of it";
        if (records.Length > 1)
            host.Console.Warn($"{cache.Name} has {records.Length} records, of which one is taken: see PruneCache --forks");
        return saver.Obstacle(cache);
    }

    private async Task<ArchiveRow> SaveAsync(CacheSaver saver, ProjectCache cache, CancellationToken cancellationToken)
    {
        var started = host.Time.GetTimestamp();
        var lastUsed = context.RecordsOf(cache).Max(r => r.Record.LastUsedAt);
        var saved = await saver.SaveAsync(cache, new(context.Key, context.Platform, lastUsed), cancellationToken);
        return new(cache.Name, saved.Archive.Entries, saved.Archive.Length)
        {
            StoredLength = saved.Archive.StoredLength,
            Duration = host.Time.GetElapsedTime(started),
            Remark = saved.Added < saved.Archive.StoredLength ? $"{ByteSize.Format(saved.Added)} new" : "",
        };
    }
}
