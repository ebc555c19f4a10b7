using Attune.Hazards.Suppression;
using Attune.Source;

namespace Attune.Hazards.Tests.Suppression;

public sealed class BaselineTests : IDisposable
{
    private const string Run = "RUN --mount=type=cache,target=/c \\\n    make\n";

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Holds_back_what_was_there_before()
    {
        var report = Report(Run, Baseline(Run));
        Assert.Empty(report.Findings);
        Assert.Equal(SuppressionKind.Baseline, Assert.Single(report.Suppressed).Kind);
        Assert.Empty(report.Faults);
    }

    [Theory]
    [InlineData("RUN echo\n\n# Why.\n" + Run)]
    [InlineData("RUN --mount=type=cache,target=/c \\\r\n  make\r\n")]
    public void Knows_a_finding_whose_lines_move(string text) => Assert.Empty(Report(text, Baseline(Run)).Findings);

    [Theory]
    [InlineData("RUN --mount=type=cache,target=/c make all\n")]
    [InlineData("RUN --mount=type=cache,target=/d make\n")]
    public void Reports_a_finding_whose_instruction_changes(string text)
    {
        var report = Report(text, Baseline(Run));
        Assert.NotEmpty(report.Findings);
        Assert.StartsWith("1 of the baseline's findings isn't there any more", Assert.Single(report.Faults).Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_one_more_of_the_same()
    {
        var report = Report(Run + "FROM alpine AS other\nARG SERVICE\n" + Run + "FROM alpine\nCOPY --from=other / /\nCOPY --from=0 / /\n", Baseline(Run));
        Assert.Single(report.Findings);
        Assert.Single(report.Suppressed);
    }

    [Theory]
    [InlineData("Dockerfile", "/root/.m2")]
    [InlineData("my app/\u00e9 \"\\.Dockerfile", "\n\t")]
    [InlineData("", "")]
    public void Reads_what_it_writes(string file, string cacheId)
    {
        var finding = new Finding("CM001", "unlocked-shared-cache", new SourceText(file, "RUN make").LocationOf(default), "") { CacheId = cacheId, Services = [], Advice = "" };
        var baseline = Hazards.Suppression.Baseline.Of([finding, finding, finding with { Rule = "CM002" }], path => path);
        var read = Hazards.Suppression.Baseline.Parse(new("b.json", baseline.Render()));
        Assert.Equal(3, read.Count);
        Assert.Equal(baseline.Render(), read.Render());
    }

    [Fact]
    public void Is_written_a_finding_a_line()
    {
        var text = Baseline(Run).Render();
        Assert.Equal("{\n  \"version\": 1,\n  \"findings\": [\n", text[..text.IndexOf("    {", StringComparison.Ordinal)]);
        Assert.Contains("\"rule\":\"CM001\",\"file\":\"Dockerfile\",\"cacheId\":\"/c\",\"instruction\":\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":2,\"findings\":[]}")]
    [InlineData("{\"version\":1,\"findings\":[{\"rule\":\"CM001\"}]}")]
    [InlineData("{\"version\":1,\"findings\":[{\"rule\":null,\"file\":\"\",\"cacheId\":\"\",\"instruction\":\"\"}]}")]
    [InlineData("{\"version\":1,\"findings\":[{\"rule\":1,\"file\":\"\",\"cacheId\":\"\",\"instruction\":\"\"}]}")]
    public void Says_that_a_file_is_no_baseline(string text)
    {
        var error = Assert.Throws<UserErrorException>(() => Hazards.Suppression.Baseline.Parse(new("b.json", text)));
        Assert.Equal(FaultKind.Usage, error.Kind);
        Assert.Contains("b.json", error.Message, StringComparison.Ordinal);
    }

    private Baseline Baseline(string text) => Hazards.Suppression.Baseline.Of(Report(text, Hazards.Suppression.Baseline.Empty).Findings, path => path);

    private HazardReport Report(string text, Baseline baseline) => HazardCheck.Run(
        _project.With("compose.yml", SampleProject.TwoServices).With("Dockerfile", "FROM alpine\nARG SERVICE\n" + text).Plan(),
        new() { Baseline = baseline, Coverage = CheckCoverage.Whole });
}
