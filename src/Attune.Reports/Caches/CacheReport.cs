using System.Collections.Immutable;
using System.Globalization;
using Attune.BuildKit.Control;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Reports.Text;

namespace Attune.Reports.Caches;

/// <summary>What an engine keeps for a project: its cache mounts, what is wrong with them, what others keep, and what happens next.</summary>
public static class CacheReport
{
    private static readonly TableColumn[] _columns =
    [
        new("CACHE MOUNT"),
        new("TOOL", DropOrder: 3),
        new("SERVICES", DropOrder: 4),
        new("SHARING", DropOrder: 5),
        new("SIZE", CellAlign.End),
        new("CREATED", DropOrder: 1),
        new("LAST USED"),
        new("USES", CellAlign.End, DropOrder: 2),
        new("STATE"),
    ];

    private static readonly TableColumn[] _otherColumns = [new("CACHE MOUNT"), new("SIZE", CellAlign.End), new("LAST USED"), new("STATE")];

    /// <summary>The report.</summary>
    /// <param name="inventory">What there is.</param>
    /// <param name="now">The time that ages are counted from.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(CacheInventory inventory, DateTimeOffset now, int width) =>
    [
        .. Own(inventory, now, width),
        .. Section("Several records of one id: a build gets any one that is free", inventory.Forks.Select(Fork)),
        .. Others("No longer mounted by this project", inventory, CacheOwnership.Orphan, now, width),
        .. Others("Not mounted by this project", inventory, CacheOwnership.Other, now, width),
        .. Section("Damaged: the engine lists them but has lost their data, so it can neither count nor remove them", inventory.Lost),
        StyledLine.Empty,
        .. CollectionReport.Render(inventory),
    ];

    private static IReadOnlyList<StyledLine> Own(CacheInventory inventory, DateTimeOffset now, int width)
    {
        var rows = inventory.Caches.Where(k => k.Ownership == CacheOwnership.Project).Select(k => Row(k, now))
            .Concat(inventory.ProjectCaches.Where(c => !inventory.RecordsOf(c).Any()).Select(Missing)).ToList();
        return rows.Count == 0
            ? [StyledLine.Of("This project mounts no cache.")]
            : TextTable.Render(_columns, rows.Append(Total(inventory)), width);
    }

    private static ImmutableArray<StyledText> Row(KeptCache kept, DateTimeOffset now)
    {
        var caches = CachesOf(kept);
        return
        [
            new(kept.DisplayName, Tone.Strong),
            new(Words(caches.SelectMany(c => c.Tools)), Tone.Dim),
            new(Words(caches.SelectMany(c => c.Services))),
            new(Words(caches.SelectMany(c => c.Sharing).Select(s => s.ToString().ToLowerInvariant()))),
            Size(kept.Record),
            new(kept.Record.CreatedAt is null ? "" : Durations.FormatAgo(kept.Record.CreatedAt, now)),
            new(Durations.FormatAgo(kept.Record.LastUsedAt, now)),
            new(kept.Record.UsageCount.ToString(CultureInfo.InvariantCulture)),
            State(kept),
        ];
    }

    private static ImmutableArray<StyledText> Missing(ProjectCache cache) =>
    [
        new(cache.Name),
        new(Words(cache.Tools), Tone.Dim),
        new(Words(cache.Services)),
        new(Words(cache.Sharing.Select(s => s.ToString().ToLowerInvariant()))),
        new(""),
        new(""),
        new(""),
        new(""),
        new("empty", Tone.Dim),
    ];

    private static ImmutableArray<StyledText> Total(CacheInventory inventory)
    {
        var own = inventory.Caches.Where(k => k.Ownership == CacheOwnership.Project).ToList();
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"total {own.Count}"), Tone.Dim), new(""), new(""), new(""),
            new(ByteSize.Format(own.Sum(k => k.Record.Size)), Tone.Strong), new(""), new(""), new(""), new(""),
        ];
    }

    private static IEnumerable<StyledLine> Others(string title, CacheInventory inventory, CacheOwnership ownership, DateTimeOffset now, int width)
    {
        var rows = inventory.Caches.Where(k => k.Ownership == ownership)
            .Select(k => ImmutableArray.Create<StyledText>(new(k.DisplayName), Size(k.Record), new(Durations.FormatAgo(k.Record.LastUsedAt, now)), State(k))).ToList();
        return rows.Count == 0 ? [] : [StyledLine.Empty, StyledLine.Of(title, Tone.Strong), .. TextTable.Render(_otherColumns, rows, width)];
    }

    private static IEnumerable<StyledLine> Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : [StyledLine.Empty, StyledLine.Of(title, Tone.Caution), .. all.Select(l => StyledLine.Of("  " + l))];
    }

    private static string Fork(ForkFinding fork) => string.Create(
        CultureInfo.InvariantCulture, $"{fork.Records[0].Cache?.Id ?? fork.EngineId}: {fork.Records.Length} records ({fork.Reason})");

    private static StyledText Size(CacheRecord record) => record.IsInUse ? new("?", Tone.Dim) : new(ByteSize.Format(record.Size));

    private static StyledText State(KeptCache kept) => kept switch
    {
        { Record.IsInUse: true } => new("in use", Tone.Active),
        { Candidates: [_, ..] } => new("which one?", Tone.Caution),
        { IdentifiedBy: CacheIdentification.Target } => new("idle, by target", Tone.Dim),
        _ => new("idle", Tone.Dim),
    };

    private static ImmutableArray<ProjectCache> CachesOf(KeptCache kept) => kept.Cache is { } cache ? [cache] : kept.Candidates;

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Distinct(StringComparer.Ordinal));
}
