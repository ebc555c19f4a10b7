using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Attune.Compose.Yaml;

/// <summary>
/// How Compose reads a plain scalar: YAML 1.2 with the numbers of YAML 1.1 (octal <c>0644</c>, underscores), and the text that
/// it then makes of a number where a string is wanted, such as a build argument.
/// </summary>
internal static partial class PlainScalars
{
    public static (ScalarKind Kind, string Text) Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (ScalarKind.Null, ""),
        "true" or "True" or "TRUE" => (ScalarKind.Boolean, "true"),
        "false" or "False" or "FALSE" => (ScalarKind.Boolean, "false"),
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => (ScalarKind.Number, "+Inf"),
        "-.inf" or "-.Inf" or "-.INF" => (ScalarKind.Number, "-Inf"),
        ".nan" or ".NaN" or ".NAN" => (ScalarKind.Number, "NaN"),
        _ when char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.' => ResolveNumber(text),
        _ => (ScalarKind.Text, text),
    };

    private static (ScalarKind Kind, string Text) ResolveNumber(string text)
    {
        if (Timestamps.Are(text))
            return (ScalarKind.Timestamp, text);
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        if (Integer(digits) is { } integer && integer >= long.MinValue && integer <= ulong.MaxValue)
            return (ScalarKind.WholeNumber, integer.ToString(CultureInfo.InvariantCulture));
        if (DecimalNumber().IsMatch(digits)
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
            return (ScalarKind.Number, GoNumber.Format(number));
        return (ScalarKind.Text, text);
    }

    private static BigInteger? Integer(string digits)
    {
        var negative = digits.StartsWith('-');
        var magnitude = digits.AsSpan(negative || digits.StartsWith('+') ? 1 : 0);
        // The length bound keeps a megabyte of digits from being squared.
        if (magnitude.IsEmpty || magnitude.Length > 70)
            return null;
        var value = magnitude.Length > 1 && magnitude[0] == '0'
            ? char.ToLowerInvariant(magnitude[1]) switch
            {
                'x' => OfBase(magnitude[2..], 16),
                'o' => OfBase(magnitude[2..], 8),
                'b' => OfBase(magnitude[2..], 2),
                _ => OfBase(magnitude[1..], 8),
            }
            : OfBase(magnitude, 10);
        return negative ? -value : value;
    }

    private static BigInteger? OfBase(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.IsEmpty)
            return null;
        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
                return null;
            value = value * radix + digit;
        }

        return value;
    }

    [GeneratedRegex(@"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalNumber();
}
