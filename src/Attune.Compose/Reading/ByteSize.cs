using System.Globalization;
using System.Text.RegularExpressions;

namespace Attune.Compose.Reading;

/// <summary>A size such as <c>64m</c>, <c>1.5gb</c> or <c>1024</c>, in bytes; units are powers of 1024.</summary>
internal static partial class ByteSize
{
    public static long Read(ComposeScalar scalar)
    {
        if (long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var plain))
            return plain;
        var match = Form().Match(scalar.Text);
        if (!match.Success)
            throw scalar.Origin.Fault($"'{scalar.Text}' is not a size", "Write a number with b, k, m, g, t or p, such as 64m.");
        var number = double.Parse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        var bytes = number * (1L << (10 * Math.Max("bkmgtp".IndexOf(match.Groups["unit"].Value, StringComparison.OrdinalIgnoreCase), 0)));
        return bytes < long.MaxValue ? (long)bytes : throw scalar.Origin.Fault($"'{scalar.Text}' is too large a size");
    }

    [GeneratedRegex(
        @"^(?<number>[0-9]+(?:\.[0-9]*)?) ?(?:(?<unit>[bkmgtp])|(?<unit>[kmgtp])i?b)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
