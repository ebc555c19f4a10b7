using System.Collections.Immutable;
using Attune.BuildKit.Control;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Source;

namespace Attune.Caches.Pruning;

/// <summary>A prune, thought through before it is done.</summary>
public sealed record PrunePlan
{
    /// <summary>What the engine will be asked; null when nothing is to be removed.</summary>
    public required PruneRequest? Request { get; init; }

    /// <summary>The records that will go, by what the engine says now.</summary>
    public required ImmutableArray<CacheRecord> Expected { get; init; }

    /// <summary>Cache mounts that are meant but in use: the engine keeps them, and says nothing.</summary>
    public required ImmutableArray<KeptCache> InUse { get; init; }

    /// <summary>Cache mounts that may be meant: the engine doesn't tell which cache of the project they belong to, so they stay.</summary>
    public ImmutableArray<KeptCache> Unclear { get; init; } = [];

    /// <summary>Cache mounts among <see cref="Expected"/> that others may use: no mount or no step of this project made them.</summary>
    public required ImmutableArray<KeptCache> Foreign { get; init; }

    /// <summary>The bytes that will be freed.</summary>
    public long Bytes => Expected.Sum(r => r.Size);

    /// <summary>Plans it.</summary>
    /// <exception cref="UserErrorException">A name stands for no cache mount of the project.</exception>
    public static PrunePlan Of(CacheInventory inventory, PruneQuery query, DateTimeOffset now) =>
        query.IsOfMounts ? OfMounts(inventory, query, now) : OfEverything(inventory, query, now);

    private static PrunePlan OfEverything(CacheInventory inventory, PruneQuery query, DateTimeOffset now)
    {
        var request = new PruneRequest { Scope = query.Scope, KeepBytes = query.KeepBytes ?? 0, KeepDuration = query.UnusedFor };
        return Forecast(inventory, request, _ => true, now) with { InUse = [.. inventory.Caches.Where(k => k.Record.IsInUse)] };
    }

    private static PrunePlan OfMounts(CacheInventory inventory, PruneQuery query, DateTimeOffset now)
    {
        var selected = CacheSelection.Select(inventory.ProjectCaches, query.Mounts);
        var meant = inventory.Caches.Where(k => k.Cache is { } cache && selected.Contains(cache)).ToList();
        var unclear = inventory.Caches.Where(k => k.Candidates.Any(selected.Contains)).ToList();
        // A record of one of several caches is meant when all of them are.
        meant.AddRange(unclear.Where(k => k.Candidates.All(selected.Contains)));
        unclear.RemoveAll(meant.Contains);
        if (query.Forks == ForkPruning.KeepLargest)
            meant = [.. meant.GroupBy(k => k.Cache).Where(c => c.Key is not null).SelectMany(Spare)];
        var ids = meant.Where(k => !k.Record.IsInUse && IsOld(k.Record, query, now)).Select(k => k.Record.Id).ToImmutableHashSet();
        var request = new PruneRequest { Filters = [.. ids.Order().Select(id => "id==" + id)], KeepBytes = query.KeepBytes ?? 0 };
        var plan = Forecast(inventory, request, r => ids.Contains(r.Id), now);
        return plan with { Request = ids.IsEmpty ? null : request, InUse = [.. meant.Where(k => k.Record.IsInUse)], Unclear = [.. unclear] };
    }

    private static PrunePlan Forecast(CacheInventory inventory, PruneRequest request, Func<CacheRecord, bool> matches, DateTimeOffset now)
    {
        var rule = new PruneRule { Matches = matches, Scope = request.Scope, KeepDuration = request.KeepDuration, KeepBytes = request.KeepBytes };
        ImmutableArray<CacheRecord> expected = [.. PruneForecast.Of(inventory.Records, rule, now)];
        var ids = expected.Select(r => r.Id).ToHashSet();
        return new()
        {
            Request = request,
            Expected = expected,
            InUse = [],
            Foreign = [.. inventory.Caches.Where(k => ids.Contains(k.Record.Id) && (k.Ownership == CacheOwnership.Other || k.Origin == CacheOrigin.Elsewhere))],
        };
    }

    /// <summary>All but the largest; none while one is in use, whose size nobody knows.</summary>
    private static IEnumerable<KeptCache> Spare(IEnumerable<KeptCache> records)
    {
        var sorted = records.OrderByDescending(k => k.Record.Size).ThenByDescending(k => k.Record.LastUsedAt).ToList();
        return sorted.Count > 1 && sorted.Exists(k => k.Record.IsInUse) ? sorted.Where(k => k.Record.IsInUse) : sorted.Skip(1);
    }

    private static bool IsOld(CacheRecord record, PruneQuery query, DateTimeOffset now) =>
        query.UnusedFor == TimeSpan.Zero || !((record.LastUsedAt ?? record.CreatedAt) > now - query.UnusedFor);
}
