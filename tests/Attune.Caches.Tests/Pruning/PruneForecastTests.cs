using Attune.BuildKit.Control;
using Attune.Caches.Pruning;
using FsCheck.Xunit;

namespace Attune.Caches.Tests.Pruning;

public sealed class PruneForecastTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    [Property]
    public bool Never_removes_what_is_in_use_nor_what_another_record_builds_on(int[] seeds, int limit)
    {
        var records = Records(seeds);
        var removed = PruneForecast.Of(records, Rule(Math.Abs((long)limit) % 5000), _now).Select(r => r.Id).ToHashSet();
        return records.Where(r => removed.Contains(r.Id)).All(r => !r.IsInUse)
            && records.Where(r => !removed.Contains(r.Id)).SelectMany(r => r.Parents).All(p => !removed.Contains(p));
    }

    [Property]
    public bool Stops_as_soon_as_what_is_left_is_below_the_limit(int[] seeds, int limit)
    {
        var records = Records(seeds);
        var keep = 1 + (Math.Abs((long)limit) % 5000);
        var removed = PruneForecast.Of(records, Rule(keep), _now);
        var before = records.Sum(r => r.Size) - removed.SkipLast(1).Sum(r => r.Size);
        return removed.Count == 0 || before >= keep;
    }

    [Fact]
    public void Removes_the_oldest_and_least_used_first()
    {
        CacheRecord[] records = [Record("new", 9, 1), Record("old", 1, 1), Record("busy", 2, 40)];
        Assert.Equal(["old"], PruneForecast.Of(records, Rule(250), _now).Select(r => r.Id));
    }

    [Fact]
    public void Follows_the_rules_of_garbage_collection_one_after_the_other()
    {
        CacheRecord[] records = [Record("mount", 1, 5) with { Type = "exec.cachemount", LastUsedAt = _now.AddDays(-3) }, Record("layer", 1, 1)];
        GcRule[] rules =
        [
            new() { Filters = ["type==exec.cachemount"], KeepDuration = TimeSpan.FromHours(48), MaxUsedSpace = 150 },
            new() { MaxUsedSpace = 1000 },
        ];
        Assert.Equal(["mount"], PruneForecast.OfCollection(records, rules, _now).Select(r => r.Id));
    }

    private static PruneRule Rule(long keep) => new() { Matches = _ => true, KeepBytes = keep };

    private static CacheRecord Record(string id, int day, int uses) =>
        new() { Id = id, Type = "regular", Description = id, Size = 100, LastUsedAt = _now.AddDays(day - 10), UsageCount = uses };

    private static List<CacheRecord> Records(int[] seeds) =>
    [
        .. seeds.Select((seed, index) => Record($"{index}", seed % 9, Math.Abs(seed % 7)) with
        {
            Size = Math.Abs(seed % 1000),
            IsInUse = seed % 5 == 0,
            Parents = index > 0 && seed % 3 == 0 ? [$"{Math.Abs(seed % index)}"] : [],
        }),
    ];
}
