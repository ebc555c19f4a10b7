using System.Globalization;

namespace Attune.Reports.Text;

/// <summary>Time spans for people.</summary>
public static class Durations
{
    /// <summary><c>4.2s</c>, <c>1m 12s</c>, <c>2h 05m</c>; a negative one counts as 0. At most seven characters below 1000 hours.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
            duration = TimeSpan.Zero;
        if (duration.TotalSeconds < 59.95)
            return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0}s");
        var seconds = (long)Math.Round(duration.TotalSeconds);
        return seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}m {seconds % 60:00}s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}h {seconds / 60 % 60:00}m");
    }

    /// <summary>How long ago something was: <c>just now</c>, <c>3 min ago</c>, <c>2 h ago</c>, <c>5 days ago</c>, <c>never</c>.</summary>
    /// <param name="then">When it was; a time in the future (clocks differ) is now.</param>
    /// <param name="now">The time to count from.</param>
    public static string FormatAgo(DateTimeOffset? then, DateTimeOffset now) => (now - then) switch
    {
        null => "never",
        { TotalSeconds: < 10 } => "just now",
        { TotalMinutes: < 1 } age => Ago(age.TotalSeconds, "s"),
        { TotalHours: < 1 } age => Ago(age.TotalMinutes, "min"),
        { TotalDays: < 1 } age => Ago(age.TotalHours, "h"),
        { TotalDays: < 2 } => "1 day ago",
        { } age => Ago(age.TotalDays, "days"),
    };

    private static string Ago(double count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{(long)count} {unit} ago");
}
