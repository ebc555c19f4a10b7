using System.Collections.Immutable;
using System.Globalization;
using Attune.BuildKit.Control;
using Attune.Caches.Inventory;
using Attune.Reports.Text;

namespace Attune.Reports.Caches;

/// <summary>The whole build cache against the engine's limits, and what the engine will remove by itself.</summary>
internal static class CollectionReport
{
    private const string MountType = "exec.cachemount";

    public static IEnumerable<StyledLine> Render(CacheInventory inventory)
    {
        var total = inventory.Records.Sum(r => r.Size);
        var mounts = inventory.Records.Where(r => r.Type == MountType).Sum(r => r.Size);
        yield return StyledLine.Of($"Build cache: {ByteSize.Format(total)}, of which cache mounts {ByteSize.Format(mounts)}");
        if (inventory.Doomed is not { } doomed)
        {
            yield return StyledLine.Of("Garbage collection: this engine lists no rules, so what it will remove can't be foretold", Tone.Dim);
            yield break;
        }

        foreach (var (rule, index) in inventory.Rules.Select((r, i) => (r, i + 1)))
            yield return StyledLine.Of(string.Create(CultureInfo.InvariantCulture, $"Garbage collection {index}: {Describe(rule)}"), Tone.Dim);
        yield return Next(inventory, doomed);
    }

    public static string Describe(GcRule rule)
    {
        var what = rule.Filters.Count > 0
            ? string.Join(", ", rule.Filters.Select(f => f.StartsWith("type==", StringComparison.Ordinal) ? f["type==".Length..] : f))
            : rule.Scope == PruneScope.All ? "everything" : "everything but what is internal or shared";
        var age = rule.KeepDuration > TimeSpan.Zero ? $" unused for {Durations.Format(rule.KeepDuration)}" : "";
        List<string> limits = [];
        if (Math.Max(rule.MaxUsedSpace, rule.ReservedSpace) is > 0 and var limit)
            limits.Add($"once all caches exceed {ByteSize.Format(limit)}");
        if (rule.MinFreeSpace > 0)
            limits.Add($"once less than {ByteSize.Format(rule.MinFreeSpace)} of the disk is free");
        return $"{what}{age} {string.Join(" or ", limits)}".TrimEnd();
    }

    private static StyledLine Next(CacheInventory inventory, ImmutableArray<CacheRecord> doomed)
    {
        if (doomed is [])
            return StyledLine.Of("The next garbage collection would remove nothing, as long as the disk has space");
        var ids = doomed.Select(r => r.Id).ToHashSet();
        var own = inventory.Caches.Where(k => k.Ownership == CacheOwnership.Project && ids.Contains(k.Record.Id)).Select(k => k.DisplayName).ToList();
        var text = string.Create(CultureInfo.InvariantCulture, $"The next garbage collection would remove {doomed.Length} records, {ByteSize.Format(doomed.Sum(r => r.Size))}");
        return own.Count == 0 ? StyledLine.Of(text) : StyledLine.Of($"{text}: of this project {string.Join(", ", own)}", Tone.Caution);
    }
}
