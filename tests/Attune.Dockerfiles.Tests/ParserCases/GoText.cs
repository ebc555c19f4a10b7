using System.Globalization;
using System.Text;

namespace Attune.Dockerfiles.Tests.ParserCases;

/// <summary>Text as Go quotes it (<c>strconv.Quote</c>), which is how BuildKit's test cases show words.</summary>
internal static class GoText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
            Append(quoted, rune);
        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        const string Escaped = "\a\b\f\n\r\t\v\\\"";
        const string Letters = "abfnrtv\\\"";
        if (rune.Value < 128 && Escaped.IndexOf((char)rune.Value, StringComparison.Ordinal) is >= 0 and var index)
            quoted.Append('\\').Append(Letters[index]);
        else if (rune.Value is < 32 or 127)
            quoted.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
        else if (IsPrinted(rune))
            quoted.Append(rune.ToString());
        else
            quoted.Append(rune.Value < 0x10000 ? "\\u" : "\\U").Append(rune.Value.ToString(rune.Value < 0x10000 ? "x4" : "x8", CultureInfo.InvariantCulture));
    }

    private static bool IsPrinted(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or
        UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);
}
