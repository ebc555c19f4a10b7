using System.Globalization;

namespace Attune.Reports.Text;

/// <summary>Sizes as Docker prints them: decimal units, three digits (<c>34.5kB</c>, <c>1.2GB</c>).</summary>
public static class ByteSize
{
    private static readonly string[] _units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>A size for people; a negative one counts as 0.</summary>
    /// <param name="bytes">The size in bytes.</param>
    public static string Format(long bytes)
    {
        var value = (double)Math.Max(bytes, 0);
        var unit = 0;

        // 999.5 would be rounded up to 1000, which belongs to the next unit.
        while (value >= 999.5 && unit < _units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        var digits = value < 9.995 ? "0.##" : value < 99.95 ? "0.#" : "0";
        return value.ToString(digits, CultureInfo.InvariantCulture) + _units[unit];
    }
}
