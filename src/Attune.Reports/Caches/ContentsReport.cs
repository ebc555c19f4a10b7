using System.Collections.Immutable;
using System.Globalization;
using Attune.Caches.Inspection;
using Attune.Reports.Text;

namespace Attune.Reports.Caches;

/// <summary>What lies inside caches, for people.</summary>
public static class ContentsReport
{
    private const int MaxFolders = 12;

    private static readonly TableColumn[] _columns = [new("LARGEST FOLDERS"), new("SIZE", CellAlign.End), new("SHARE", CellAlign.End, DropOrder: 1)];

    /// <summary>A block for each cache.</summary>
    /// <param name="caches">The caches that were looked into.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyCollection<CacheContents> caches, int width) =>
        [.. caches.SelectMany((contents, i) => i == 0 ? Block(contents, width) : Block(contents, width).Prepend(StyledLine.Empty))];

    private static IEnumerable<StyledLine> Block(CacheContents contents, int width)
    {
        yield return StyledLine.Of(TerminalText.Clean(contents.Cache.Name), Tone.Strong);
        if (contents.Records == 0)
        {
            yield return StyledLine.Of("  empty: the engine keeps nothing of it");
            yield break;
        }

        yield return StyledLine.Of("  " + Totals(contents));
        if (contents.Records > 1)
            yield return StyledLine.Of(string.Create(CultureInfo.InvariantCulture, $"  One of {contents.Records} records of this id: builds get any one that is free"), Tone.Caution);
        foreach (var line in Folders(contents, width))
            yield return line;
        foreach (var line in Incomplete(contents))
            yield return line;
    }

    private static string Totals(CacheContents contents)
    {
        List<string> parts = contents.Size is { } size ? [ByteSize.Format(size)] : [];
        parts.Add(Count(contents.Files, "files"));
        parts.AddRange(contents.Entries.Select(e => Count(e.Count, e.What)));
        if (contents.Record is { } record)
            parts.Add("record " + record);
        return string.Join(", ", parts);
    }

    private static IEnumerable<StyledLine> Folders(CacheContents contents, int width)
    {
        var largest = contents.LargestFolders(MaxFolders);
        if (largest.IsEmpty)
            return [];
        var rows = largest.Select(f => Row("  " + TerminalText.Clean(f.Path), ByteSize.Format(f.Size), Share(f, contents)));
        return TextTable.Render([_columns[0] with { Title = "  " + _columns[0].Title }, .. _columns[1..]], rows, width);
    }

    private static IEnumerable<StyledLine> Incomplete(CacheContents contents)
    {
        if (contents.Swept.IsEmpty)
            return [StyledLine.Of("  Incomplete entries: no tool is known to leave any there", Tone.Dim)];
        return contents.Incomplete.IsEmpty
            ? [StyledLine.Of($"  Incomplete entries ({string.Join(", ", contents.Swept)}): none", Tone.Dim)]
            :
            [
                StyledLine.Of($"  Incomplete entries ({string.Join(", ", contents.Swept)}), which PruneCache --incomplete removes:", Tone.Caution),
                .. contents.Incomplete.Select(e => StyledLine.Of("    " + TerminalText.Clean(e))),
            ];
    }

    private static ImmutableArray<StyledText> Row(params ReadOnlySpan<string> cells)
    {
        var row = ImmutableArray.CreateBuilder<StyledText>(cells.Length);
        foreach (var cell in cells)
            row.Add(new(cell));
        return row.ToImmutable();
    }

    private static string Share(CacheFolder folder, CacheContents contents) =>
        contents.Size is > 0 and var all ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * folder.Size / all:0}%") : "";

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}");
}
