using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Reports.Text;

/// <summary>Lays out rows of cells in columns that are as wide as their widest cell.</summary>
internal static class TextTable
{
    private const int Gap = 2;

    /// <summary>The header and the rows as lines; where they don't fit, optional columns go, then the widest column is cut.</summary>
    /// <param name="columns">The columns from left to right.</param>
    /// <param name="rows">Rows with one cell a column.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyList<TableColumn> columns, IEnumerable<ImmutableArray<StyledText>> rows, int width)
    {
        var header = columns.Select(c => new StyledText(c.Title, Tone.Dim)).ToImmutableArray();
        var all = rows.Prepend(header).ToArray();
        var widths = columns.Select((_, i) => all.Max(r => CellWidth.Of(r[i].Text))).ToArray();
        var shown = Enumerable.Range(0, columns.Count).ToList();
        foreach (var column in shown.Where(i => columns[i].DropOrder > 0).OrderBy(i => columns[i].DropOrder).ToArray())
            if (Total(shown, widths) > width)
                shown.Remove(column);
        if (Total(shown, widths) - width is > 0 and var excess)
        {
            var widest = shown.MaxBy(i => widths[i]);
            widths[widest] = Math.Max(widths[widest] - excess, 1);
        }

        return [.. all.Select(row => Line(shown.Select(i => (row[i], widths[i], columns[i].Align))))];
    }

    private static int Total(List<int> shown, int[] widths) => shown.Sum(i => widths[i]) + (Gap * (shown.Count - 1));

    private static StyledLine Line(IEnumerable<(StyledText Cell, int Width, CellAlign Align)> cells)
    {
        var parts = ImmutableArray.CreateBuilder<StyledText>();
        var space = 0;
        foreach (var (cell, width, align) in cells)
        {
            var text = CellWidth.Fit(cell.Text, width);
            var free = width - CellWidth.Of(text);
            space += align == CellAlign.End ? free : 0;
            if (text.Length > 0)
            {
                if (space > 0)
                    parts.Add(new(new string(' ', space)));
                parts.Add(new(text, cell.Tone));
                space = 0;
            }

            space += (align == CellAlign.Start ? free : 0) + Gap;
        }

        return new(parts.ToImmutable());
    }
}
