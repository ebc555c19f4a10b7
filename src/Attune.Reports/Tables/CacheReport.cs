using System.Collections.Immutable;
using System.Globalization;

using Attune.Reports.Text;

namespace Attune.Reports.Tables;

/// <summary>What is cached: a line for each cache mount, the largest first, and the total.</summary>
public static class CacheReport
{
    private static readonly TableColumn[] _columns =
    [
        new("CACHE MOUNT"),
        new("SIZE", CellAlign.End),
        new("CREATED", DropOrder: 1),
        new("LAST USED"),
        new("USES", CellAlign.End, DropOrder: 2),
        new("STATE"),
    ];

    /// <summary>The table, or one line that says that there is nothing.</summary>
    /// <param name="rows">The caches in any order.</param>
    /// <param name="now">The time that ages are counted from.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyCollection<CacheMountRow> rows, DateTimeOffset now, int width) => rows.Count == 0
        ? [StyledLine.Of("No cache mounts on this engine.")]
        : TextTable.Render(_columns, Sorted(rows).Select(r => Row(r, now)).Append(Total(rows)), width);

    private static IEnumerable<CacheMountRow> Sorted(IEnumerable<CacheMountRow> rows) =>
        rows.OrderByDescending(r => r.Size).ThenBy(r => r.Name, StringComparer.Ordinal);

    private static ImmutableArray<StyledText> Row(CacheMountRow row, DateTimeOffset now) =>
    [
        new(row.Name, Tone.Strong),
        new(ByteSize.Format(row.Size)),
        new(row.Created is null ? "" : Durations.FormatAgo(row.Created, now)),
        new(Durations.FormatAgo(row.LastUsed, now)),
        new(row.UseCount.ToString(CultureInfo.InvariantCulture)),
        row.Use == CacheUse.InUse ? new("in use", Tone.Active) : new("idle", Tone.Dim),
    ];

    private static ImmutableArray<StyledText> Total(IReadOnlyCollection<CacheMountRow> rows)
    {
        var inUse = rows.Count(r => r.Use == CacheUse.InUse);
        return
        [
            new($"total {rows.Count}", Tone.Dim),
            new(ByteSize.Format(rows.Sum(r => r.Size)), Tone.Strong),
            new(""),
            new(""),
            new(""),
            new(inUse == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{inUse} in use")),
        ];
    }
}
