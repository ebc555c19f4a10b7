using System.Text.Json;
using System.Xml.Linq;
using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Publishing;
using Attune.Benchmarks.Results;

namespace Attune.Benchmarks.Tests.Publishing;

public sealed class PublishingTests
{
    private static readonly BenchmarkResult _result = new(
        new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "4 cores, <fast> & quiet", "28.5.2") { Peers = [new("docker compose", "2.40.3")], Packages = "cargo 1.85", Rounds = 2 },
        [.. Contender.All.Where(c => c.Name is "unlocked" or "warm" or "compile-once" or "bake")],
        6,
        [
            new("unlocked", Scenario.FirstBuild, 1, 50.04) { Failures = 4, Error = "File exists (os error 17)" },
            new("warm", Scenario.FirstBuild, 1, 100), new("compile-once", Scenario.FirstBuild, 1, 54),
            new("warm", Scenario.FirstBuild, 2, 120), new("compile-once", Scenario.FirstBuild, 2, 56),
            new("warm", Scenario.NoChange, 1, 0.876), new("compile-once", Scenario.NoChange, 1, 0.5),
            new("warm", Scenario.ServiceChange, 1, 12.3),
        ]);

    [Fact]
    public async Task The_page_says_what_was_measured_where() => await Verifier.Verify(PerformancePage.Render(_result, "performance.svg", "./build.sh Benchmark --runs 2"));

    [Fact]
    public void What_people_wrote_below_the_measurement_stays()
    {
        var first = PerformancePage.Render(_result, "performance.svg", "./build.sh Benchmark --runs 2");
        var second = PerformancePage.Render(_result, "performance.svg", "./build.sh Benchmark --runs 3");
        Assert.Equal(second + "\n## Why\n", PerformancePage.Keep(first + "\n## Why\n", second));
        Assert.Equal(second, PerformancePage.Keep("written by hand", second));
    }

    [Fact]
    public async Task Programs_get_every_sample() => await Verifier.Verify(BenchmarkJson.Render(_result));

    [Fact]
    public void The_JSON_is_JSON() => Assert.Equal(8, JsonDocument.Parse(BenchmarkJson.Render(_result)).RootElement.GetProperty("samples").GetArrayLength());

    [Fact]
    public void The_chart_has_a_bar_for_each_that_was_measured_and_says_who_failed()
    {
        var chart = XDocument.Parse(PerformanceChart.Render(_result));
        var text = chart.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        Assert.Equal(4, chart.Descendants().Count(e => e.Name.LocalName == "rect"));
        Assert.Contains("50, 4 of 6 failed", text);
        Assert.Contains("4 cores, <fast> & quiet; engine 28.5.2", text);
    }

    [Fact]
    public async Task The_chart_of_many_contenders() => await Verifier.Verify(PerformanceChart.Render(new(
        new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "2 cores, Intel(R) Xeon(R) Processor @ 2.20GHz, 23.5 GiB, Debian GNU/Linux 12 (bookworm)", "20.10.24+dfsg1"),
        Contender.All,
        6,
        [.. Contender.All.SelectMany((c, i) => new[] { 0, 3, 7 }.Select(more => new Sample(c.Name, Scenario.FirstBuild, 1, 70 + (5 * i) + more) { Failures = i == 0 ? 4 : 0 }))])));

    [Fact]
    public void Ratios_are_of_medians()
    {
        Assert.Equal(0.5, _result.Ratio("compile-once", "warm", Scenario.FirstBuild));
        Assert.Null(_result.Ratio("compile-once", "warm", Scenario.ServiceChange));
        Assert.Equal((4, 6), _result.Failures("unlocked"));
        Assert.Equal((0, 18), _result.Failures("warm"));
    }
}
