using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Tables;

/// <summary>Names and values, one pair a line: what an engine is, what a plan holds.</summary>
public static class FactList
{
    /// <summary>The pairs in their order, values aligned.</summary>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyList<KeyValuePair<string, string>> facts)
    {
        var width = facts.Select(f => CellWidth.Of(f.Key)).DefaultIfEmpty().Max();
        return [.. facts.Select(f => new StyledLine([new(CellWidth.PadEnd(f.Key, width) + "  ", Tone.Dim), new(f.Value)]))];
    }
}
