using Attune.Reports.Text;

namespace Attune.Reports.Tests.Text;

public class DurationsTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    [Theory]
    [InlineData(-5, "0.0s")]
    [InlineData(0.04, "0.0s")]
    [InlineData(4.24, "4.2s")]
    [InlineData(59.94, "59.9s")]
    [InlineData(59.96, "1m 00s")]
    [InlineData(72, "1m 12s")]
    [InlineData(3599.4, "59m 59s")]
    [InlineData(3599.6, "1h 00m")]
    [InlineData(7512, "2h 05m")]
    [InlineData(360_000, "100h 00m")]
    public void Writes_how_long_something_took(double seconds, string text) => Assert.Equal(text, Durations.Format(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(-60, "just now")]
    [InlineData(9, "just now")]
    [InlineData(59, "59 s ago")]
    [InlineData(60, "1 min ago")]
    [InlineData(200, "3 min ago")]
    [InlineData(7_300, "2 h ago")]
    [InlineData(86_400, "1 day ago")]
    [InlineData(5.5 * 86_400, "5 days ago")]
    public void Writes_how_long_ago_something_was(double seconds, string text) => Assert.Equal(text, Durations.FormatAgo(_now - TimeSpan.FromSeconds(seconds), _now));

    [Fact]
    public void Says_never_where_there_is_no_time() => Assert.Equal("never", Durations.FormatAgo(null, _now));
}
