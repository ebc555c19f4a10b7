using Attune.BuildKit.Control;

namespace Attune.Caches.Pruning;

/// <summary>Which record goes first: the rank by age and the rank by use, each as a share, added up (sortDeleteRecords in cache/manager.go of moby/buildkit).</summary>
internal static class RemovalOrder
{
    public static CacheRecord First(IReadOnlyCollection<CacheRecord> records)
    {
        var ages = Ranks(records.Select(r => r.LastUsedAt?.UtcTicks ?? 0));
        var uses = Ranks(records.Select(r => r.UsageCount));
        return records.MinBy(r => ages[r.LastUsedAt?.UtcTicks ?? 0] + uses[r.UsageCount])!;
    }

    private static Dictionary<long, double> Ranks(IEnumerable<long> values)
    {
        // Never used ranks 0, everything else from 1 on.
        var sorted = values.Where(v => v != 0).Distinct().Order().ToList();
        var ranks = sorted.Select((value, index) => (value, Share: (index + 1.0) / sorted.Count)).ToDictionary(r => r.value, r => r.Share);
        ranks[0] = 0;
        return ranks;
    }
}
