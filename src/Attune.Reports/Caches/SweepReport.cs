using System.Collections.Immutable;
using System.Globalization;
using Attune.Caches.Inspection;
using Attune.Reports.Text;

namespace Attune.Reports.Caches;

/// <summary>Which incomplete entries were found in caches, for people.</summary>
public static class SweepReport
{
    /// <summary>The entries, then what wasn't looked at and why.</summary>
    /// <param name="title">What becomes of the entries.</param>
    /// <param name="caches">The caches that were looked into.</param>
    /// <param name="leftOut">The others, with the reason.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(
        string title, IReadOnlyCollection<CacheContents> caches, IReadOnlyCollection<(string Cache, string Reason)> leftOut, int width) =>
    [
        .. Table(title, caches, width),
        .. caches.Where(c => c.Records > 1).Select(Partly),
        .. leftOut.GroupBy(l => l.Reason).SelectMany(g => g.Select(l => StyledLine.Of("  " + TerminalText.Clean(l.Cache))).Prepend(StyledLine.Of(g.Key + ":", Tone.Caution))),
    ];

    private static IReadOnlyList<StyledLine> Table(string title, IReadOnlyCollection<CacheContents> caches, int width)
    {
        var rows = caches.SelectMany(c => c.Incomplete.Select(e => (Cache: c.Cache.Name, Entry: e))).ToList();
        if (rows.Count == 0)
            return [StyledLine.Of("No incomplete entries.")];
        TableColumn[] columns = [new(title), new("CACHE MOUNT")];
        var cells = rows.Select(r => ImmutableArray.Create<StyledText>(new(TerminalText.Clean(r.Entry)), new(TerminalText.Clean(r.Cache))));
        return TextTable.Render(columns, cells.Append([new(string.Create(CultureInfo.InvariantCulture, $"total {rows.Count}"), Tone.Dim), new("")]), width);
    }

    private static StyledLine Partly(CacheContents contents) => StyledLine.Of(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TerminalText.Clean(contents.Cache.Name)} has {contents.Records} records; the step got {contents.Record ?? "one of them"}. PruneCache --forks leaves one."),
        Tone.Caution);
}
