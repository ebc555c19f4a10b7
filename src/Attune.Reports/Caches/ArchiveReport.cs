using System.Collections.Immutable;
using System.Globalization;
using Attune.Reports.Text;

namespace Attune.Reports.Caches;

/// <summary>What was saved to a store of archives, or restored from it.</summary>
public static class ArchiveReport
{
    private static readonly TableColumn[] _columns =
    [
        new("CACHE"), new("FILES", CellAlign.End, DropOrder: 2), new("SIZE", CellAlign.End), new("ARCHIVE", CellAlign.End), new("TIME", CellAlign.End), new("", DropOrder: 1),
    ];

    /// <summary>A table, with a sum below it.</summary>
    /// <param name="rows">In the order in which it was done.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyCollection<ArchiveRow> rows, int width) => TextTable.Render(_columns, [.. rows.Select(Row), Total(rows)], width);

    private static ImmutableArray<StyledText> Row(ArchiveRow row) =>
    [
        new(TerminalText.Squeeze(row.Name)),
        new(row.Entries.ToString("N0", CultureInfo.InvariantCulture)),
        new(ByteSize.Format(row.Length)),
        new(ByteSize.Format(row.StoredLength)),
        new(Durations.Format(row.Duration)),
        new(row.Remark, Tone.Dim),
    ];

    private static ImmutableArray<StyledText> Total(IReadOnlyCollection<ArchiveRow> rows) =>
    [
        new(string.Create(CultureInfo.InvariantCulture, $"total {rows.Count}"), Tone.Dim),
        new(rows.Sum(r => r.Entries).ToString("N0", CultureInfo.InvariantCulture)),
        new(ByteSize.Format(rows.Sum(r => r.Length)), Tone.Strong),
        new(ByteSize.Format(rows.Sum(r => r.StoredLength))),
        new(Durations.Format(rows.Aggregate(TimeSpan.Zero, (sum, r) => sum + r.Duration))),
        new(""),
    ];
}

/// <summary>A cache that was saved or restored.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Entries">How many files, directories and links.</param>
/// <param name="Length">The tar's length.</param>
public sealed record ArchiveRow(string Name, long Entries, long Length)
{
    /// <summary>What the archive takes, compressed.</summary>
    public required long StoredLength { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What else is to be said.</summary>
    public string Remark { get; init; } = "";
}
