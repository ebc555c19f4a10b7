using System.Collections.Immutable;

using Attune.Reports.Text;

namespace Attune.Reports.Tables;

/// <summary>What a prune gave back.</summary>
public static class PruneReport
{
    private static readonly TableColumn[] _columns = [new("RECLAIMED"), new("SIZE", CellAlign.End)];

    /// <summary>A line for each record, the largest first, and the total; one line when there was nothing to remove.</summary>
    /// <param name="rows">The records in any order.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyCollection<ReclaimedRow> rows, int width) => rows.Count == 0
        ? [StyledLine.Of("Nothing to reclaim.")]
        : TextTable.Render(_columns, Sorted(rows).Select(Row).Append(Total(rows)), width);

    private static IEnumerable<ReclaimedRow> Sorted(IEnumerable<ReclaimedRow> rows) =>
        rows.OrderByDescending(r => r.Size).ThenBy(r => r.Name, StringComparer.Ordinal);

    private static ImmutableArray<StyledText> Row(ReclaimedRow row) => [new(TerminalText.Squeeze(row.Name)), new(ByteSize.Format(row.Size))];

    private static ImmutableArray<StyledText> Total(IReadOnlyCollection<ReclaimedRow> rows) =>
        [new($"total {rows.Count}", Tone.Dim), new(ByteSize.Format(rows.Sum(r => r.Size)), Tone.Strong)];
}
