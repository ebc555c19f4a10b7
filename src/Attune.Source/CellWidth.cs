using System.Globalization;
using System.Text;

namespace Attune.Source;

/// <summary>How many cells text takes on a terminal: East Asian wide characters and emoji take two, combining marks none.</summary>
public static class CellWidth
{
    // The wide blocks of Unicode's EastAsianWidth.txt, coarsely; a terminal that disagrees can at worst misplace a column.
    private static readonly (int First, int Last)[] _wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x2614, 0x2615), (0x26A1, 0x26A1), (0x2705, 0x2705), (0x274C, 0x274C),
        (0x2753, 0x2757), (0x2795, 0x2797), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
        (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F),
        (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The cells that a line takes.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
            return text.Length;
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    /// <summary>The text itself when it fits, or its beginning with an ellipsis.</summary>
    public static string Fit(string text, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= width && Of(text) <= width)
            return text;
        if (width <= 0)
            return "";
        var (used, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var cells = Of(rune);
            if (used + cells > width - 1)
                break;
            used += cells;
            length += rune.Utf16SequenceLength;
        }

        return length == text.Length ? text : text[..length] + "…";
    }

    /// <summary>The text with spaces after it, up to a width.</summary>
    public static string PadEnd(string text, int width) => text + new string(' ', Math.Max(width - Of(text), 0));

    /// <summary>The text with spaces before it, up to a width.</summary>
    public static string PadStart(string text, int width) => new string(' ', Math.Max(width - Of(text), 0)) + text;

    /// <summary>The cells that a character takes.</summary>
    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        foreach (var (first, last) in _wide)
            if (rune.Value >= first && rune.Value <= last)
                return 2;
        return 1;
    }
}
