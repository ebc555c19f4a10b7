using System.Collections.Immutable;
using System.Globalization;
using Attune.BuildKit.Control;
using Attune.Builds.Caching;
using Attune.Caches.Inventory;
using Attune.Caches.Pruning;
using Attune.Reports.Text;

namespace Attune.Reports.Caches;

/// <summary>What a prune will give back, and what one did.</summary>
public static class PruneReport
{
    /// <summary>What would go, what stays though it was asked for, and what others may miss.</summary>
    /// <param name="plan">The prune.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Forecast(PrunePlan plan, int width) =>
        [.. Table("WOULD BE RECLAIMED", plan.Expected, width), .. Remarks(plan)];

    /// <summary>What went and whether the engine agrees.</summary>
    /// <param name="plan">The prune.</param>
    /// <param name="outcome">What it did.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(PrunePlan plan, PruneOutcome outcome, int width) =>
    [
        .. Table("RECLAIMED", outcome.Removed, width),
        .. Remarks(plan with { Foreign = [] }),
        .. List("Still there: a build took it meanwhile", outcome.Left),
        .. List("Said to be removed, and still listed by the engine", outcome.Unconfirmed),
    ];

    /// <summary>What else is to be said of a plan.</summary>
    public static IEnumerable<StyledLine> Remarks(PrunePlan plan) =>
    [
        .. List("In use, so it stays", plan.InUse),
        .. List("Stays: this engine doesn't tell which cache it belongs to", plan.Unclear),
        .. List("Others may use it: no step of this project made it", plan.Foreign),
    ];

    private static IReadOnlyList<StyledLine> Table(string title, ImmutableArray<CacheRecord> records, int width)
    {
        if (records is [])
            return [StyledLine.Of("Nothing to reclaim.")];
        TableColumn[] columns = [new(title), new("SIZE", CellAlign.End)];
        var rows = records.OrderByDescending(r => r.Size).ThenBy(NameOf, StringComparer.Ordinal)
            .Select(r => ImmutableArray.Create<StyledText>(new(TerminalText.Squeeze(NameOf(r))), new(ByteSize.Format(r.Size))));
        var total = string.Create(CultureInfo.InvariantCulture, $"total {records.Length}");
        return TextTable.Render(columns, rows.Append([new(total, Tone.Dim), new(ByteSize.Format(records.Sum(r => r.Size)), Tone.Strong)]), width);
    }

    private static IEnumerable<StyledLine> List(string title, ImmutableArray<KeptCache> caches) =>
        List(title, caches.Select(k => k.Record.IsInUse ? k.DisplayName : $"{k.DisplayName} ({ByteSize.Format(k.Record.Size)})"));

    private static IEnumerable<StyledLine> List(string title, ImmutableArray<CacheRecord> records) =>
        List(title, records.Select(r => $"{TerminalText.Squeeze(NameOf(r))} ({ByteSize.Format(r.Size)})"));

    private static IEnumerable<StyledLine> List(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : [StyledLine.Of(title + ":", Tone.Caution), .. all.Select(l => StyledLine.Of("  " + l))];
    }

    private static string NameOf(CacheRecord record) => CacheMountName.Of(record)?.ToString() ?? record.Description;
}
