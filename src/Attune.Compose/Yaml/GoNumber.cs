using System.Globalization;

namespace Attune.Compose.Yaml;

/// <summary>Writes a floating point number as Go's <c>%v</c> does, which is what reaches a build from a compose file.</summary>
internal static class GoNumber
{
    /// <summary>The shortest digits that give the number back, with an exponent below 1e-4 and from 1e6 on.</summary>
    public static string Format(double value)
    {
        var (sign, digits, point) = ShortestDigits(value);
        if (digits.Length == 0)
            return sign + "0";
        var exponent = point - 1;
        if (exponent is < -4 or > 5)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        if (point <= 0)
            return sign + "0." + new string('0', -point) + digits;
        return point >= digits.Length
            ? sign + digits + new string('0', point - digits.Length)
            : sign + digits[..point] + "." + digits[point..];
    }

    /// <summary>The significant digits and how many of them stand before the decimal point.</summary>
    private static (string Sign, string Digits, int Point) ShortestDigits(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var sign = text.StartsWith('-') ? "-" : "";
        text = text[sign.Length..];
        var shift = 0;
        if (text.IndexOf('E', StringComparison.Ordinal) is >= 0 and var e)
        {
            shift = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }

        var point = text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : text.Length;
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (sign, digits.Trim('0'), point - leading + shift);
    }
}
