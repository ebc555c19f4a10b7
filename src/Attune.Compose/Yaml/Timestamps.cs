using System.Globalization;
using System.Text.RegularExpressions;

namespace Attune.Compose.Yaml;

/// <summary>The dates that YAML 1.1 recognizes in plain text; Compose refuses a value that is one.</summary>
internal static partial class Timestamps
{
    private const string Time = @"(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})(?:\.[0-9]+)?";

    public static bool Are(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return false;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Math.Max(year, 1), month)
            && Number(match, "hour") < 24 && Number(match, "minute") < 60 && Number(match, "second") < 60;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:[Tt]" + Time + "(?:Z|[+-][0-9]{2}:[0-9]{2})| " + Time + ")?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
