using Attune.BuildKit.Control;

namespace Attune.Caches.Pruning;

/// <summary>
/// Foretells which records a prune removes, by BuildKit's own algorithm (cache/manager.go of moby/buildkit): those that match, that nothing
/// uses and that no other record builds on; with a limit one at a time, by age and use.
/// </summary>
internal static class PruneForecast
{
    /// <summary>What a prune by one rule removes, in its order.</summary>
    public static IReadOnlyList<CacheRecord> Of(IReadOnlyCollection<CacheRecord> records, PruneRule rule, DateTimeOffset now)
    {
        var left = records.ToDictionary(r => r.Id);
        var children = records.SelectMany(r => r.Parents).GroupBy(p => p).ToDictionary(p => p.Key, p => p.Count());
        var total = records.Where(r => !r.IsShared).Sum(r => r.Size);
        var removed = new List<CacheRecord>();
        while (rule.KeepBytes == 0 || total >= rule.KeepBytes)
        {
            var free = left.Values.Where(r => IsFree(r) && IsMeant(r)).ToList();
            if (free.Count == 0)
                break;
            foreach (var record in rule.KeepBytes == 0 ? free : [RemovalOrder.First(free)])
                Remove(record);
        }

        return removed;

        bool IsFree(CacheRecord record) => !record.IsInUse && children.GetValueOrDefault(record.Id) == 0;

        bool IsMeant(CacheRecord record) => rule.Matches(record)
            && (rule.Scope == PruneScope.All || (!record.IsShared && record.Type is not ("internal" or "frontend")))
            && (rule.KeepDuration == TimeSpan.Zero || !(record.LastUsedAt > now - rule.KeepDuration));

        void Remove(CacheRecord record)
        {
            left.Remove(record.Id);
            removed.Add(record);
            total -= record.IsShared ? 0 : record.Size;
            foreach (var parent in record.Parents)
                children[parent]--;
        }
    }

    /// <summary>What the next garbage collection removes: each rule in turn, on what the ones before left.</summary>
    public static IEnumerable<CacheRecord> OfCollection(IReadOnlyList<CacheRecord> records, IReadOnlyList<GcRule> rules, DateTimeOffset now)
    {
        var left = records.ToList();
        foreach (var rule in rules.Select(PruneRule.Of).OfType<PruneRule>())
        {
            foreach (var record in Of(left, rule, now))
            {
                left.Remove(record);
                yield return record;
            }
        }
    }
}
