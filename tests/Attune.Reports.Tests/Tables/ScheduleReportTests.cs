using Attune.Reports.Tables;

namespace Attune.Reports.Tests.Tables;

public class ScheduleReportTests
{
    private static readonly ScheduleRow[] _rows =
    [
        new("api", Seconds(0), Seconds(60), []),
        new("worker", Seconds(0), Seconds(90), [new("build/target", "api", Seconds(5), Seconds(60))]),
        new("web", Seconds(60), Seconds(75), []),
    ];

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public Task Shows_when_each_service_starts_waits_runs_and_ends(int width)
    {
        var lines = ScheduleReport.Render(_rows, Seconds(90), ["1m 30s with 2 at once."], width);
        Assert.All(lines, l => Assert.True(l.ToString().Length <= width));
        return Verifier.Verify(string.Join('\n', lines), $"{width}");
    }

    [Fact]
    public Task Tells_programs_the_same() => Verifier.Verify(ScheduleReport.Json(_rows, Seconds(90), new(2, 3) { Layers = "sourcesChanged", Caches = "warm", Guessed = 1 }));

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
