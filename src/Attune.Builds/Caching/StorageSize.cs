using System.Globalization;
using Attune.Source;

namespace Attune.Builds.Caching;

/// <summary>Reads sizes as docker does: <c>10GB</c>, <c>512MiB</c>, <c>1.5g</c>, <c>4096</c>.</summary>
public static class StorageSize
{
    // docker: units.FromHumanSize: k, m, g, t are decimal, with and without a b; KiB and its like are binary.
    private static readonly string[] _prefixes = ["", "k", "m", "g", "t", "p"];

    /// <summary>The size in bytes.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="option">The option, for the message.</param>
    /// <exception cref="UserErrorException">It is no size.</exception>
    public static long Parse(string text, string option)
    {
        var trimmed = text.Trim();
        var digits = trimmed.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (double.TryParse(trimmed[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Factor(trimmed[digits..].Trim().ToLowerInvariant()) is { } factor
            && number * factor < long.MaxValue)
            return (long)(number * factor);
        throw new UserErrorException($"{option} is '{text}', which is no size", "Write it as 10GB, 512MiB or a number of bytes.", FaultKind.Usage);
    }

    private static double? Factor(string unit)
    {
        var index = Array.IndexOf(_prefixes, unit.TrimEnd('b').TrimEnd('i'));
        if (index < 0 || unit is "i" or "bb" || (unit.EndsWith('i') && index > 0))
            return null;
        return Math.Pow(unit.Contains('i', StringComparison.Ordinal) ? 1024 : 1000, index);
    }
}
