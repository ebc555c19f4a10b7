using System.Globalization;
using Attune.Source;

namespace Attune.Caches.Pruning;

/// <summary>Reads ages: <c>7d</c>, <c>36h</c>, <c>90m</c>, <c>1d12h</c>.</summary>
public static class AgeLimit
{
    /// <summary>The age.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="option">The option, for the message.</param>
    /// <exception cref="UserErrorException">It is no age.</exception>
    public static TimeSpan Parse(string text, string option)
    {
        var (total, rest) = (TimeSpan.Zero, text.Trim());
        while (rest.Length > 0)
        {
            var digits = rest.TakeWhile(char.IsAsciiDigit).Count();
            if (digits is 0 or > 6 || digits == rest.Length || Unit(rest[digits]) is not { } unit)
                throw Refused();
            total += unit * int.Parse(rest.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
            rest = rest[(digits + 1)..];
        }

        return total > TimeSpan.Zero ? total : throw Refused();

        UserErrorException Refused() => new($"{option} is '{text}', which is no age", "Write it as 7d, 36h, 90m or 1d12h.", FaultKind.Usage);
    }

    private static TimeSpan? Unit(char unit) => unit switch
    {
        'w' => TimeSpan.FromDays(7),
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        'm' => TimeSpan.FromMinutes(1),
        's' => TimeSpan.FromSeconds(1),
        _ => null,
    };
}
