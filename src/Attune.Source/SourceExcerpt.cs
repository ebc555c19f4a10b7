using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Attune.Source;

/// <summary>A source line with carets under a span, in two lines of bounded width: what doesn't fit is cut off on either side.</summary>
internal sealed class SourceExcerpt
{
    private const int MaxWidth = 150;

    // How much of what precedes the span a cut line keeps.
    private const int Lead = 40;

    // Tabs stay, so that the carets stand right whatever a terminal makes of them; this is the most that one takes.
    private const int TabWidth = 8;

    private const string Ellipsis = "…";

    private static readonly ImmutableArray<Character> _ascii = [.. Enumerable.Range(0, 128).Select(c => Draw(new((char)c)))];

    private readonly List<Character> _characters;
    private readonly string _number;
    private readonly int _first;
    private readonly int _end;

    public SourceExcerpt(SourceLocation location)
    {
        _number = location.Start.Line.ToString(CultureInfo.InvariantCulture);
        var start = location.Start.Column - 1;
        var end = location.End.Line == location.Start.Line ? location.End.Column - 1 : int.MaxValue;
        _characters = new(location.SourceLine.Length);
        var offset = 0;
        foreach (var rune in location.SourceLine.EnumerateRunes())
        {
            // A character that takes no cell stands with the one before it.
            if (offset <= start)
                _first = _characters.Count;
            if (offset < end)
                _end = _characters.Count + 1;
            _characters.Add(rune.IsAscii ? _ascii[rune.Value] : Draw(rune));
            offset += rune.Utf16SequenceLength;
        }

        if (start >= offset)
            (_first, _end) = (_characters.Count, _characters.Count);
    }

    public override string ToString()
    {
        var (from, to) = Window();
        var before = from > 0 ? Ellipsis : "";
        var after = to < _characters.Count ? Ellipsis : "";
        var line = string.Concat(_characters[from..to].Select(c => c.Text));
        var indent = string.Concat(_characters[from..Math.Max(from, Math.Min(_first, to))].Select(c => c.Text == "\t" ? c.Text : new string(' ', c.Cells)));
        var carets = Math.Max(Width(_first, Math.Min(_end, to)), 1);
        return $"  {_number} | {before}{line}{after}\n  {new string(' ', _number.Length)} | {new string(' ', before.Length)}{indent}{new string('^', carets)}";
    }

    private (int From, int To) Window()
    {
        var width = MaxWidth - _number.Length - "   | ".Length;
        if (Width(0, _characters.Count) <= width)
            return (0, _characters.Count);
        // Both ends may get an ellipsis.
        width -= 2 * Ellipsis.Length;
        var span = Width(_first, _end);
        var from = Width(0, _first) + Math.Min(span, Lead) <= width ? 0 : Back(_first, Lead);
        return (from, Forward(from, width));
    }

    private int Back(int index, int cells)
    {
        while (index > 0 && (cells -= _characters[index - 1].Cells) >= 0)
            index--;
        return index;
    }

    private int Forward(int index, int cells)
    {
        while (index < _characters.Count && (cells -= _characters[index].Cells) >= 0)
            index++;
        return index;
    }

    private int Width(int from, int to)
    {
        var width = 0;
        for (var i = from; i < to; i++)
            width += _characters[i].Cells;
        return width;
    }

    // Nothing in a file may talk to the terminal.
    private static Character Draw(Rune rune) => rune.Value switch
    {
        '\t' => new("\t", TabWidth),
        _ when Rune.IsControl(rune) => new("\uFFFD", 1),
        _ => new(rune.ToString(), CellWidth.Of(rune)),
    };

    private sealed record Character(string Text, int Cells);
}
