using Attune.Hazards.Suppression;
using Attune.Source;

namespace Attune.Hazards.Tests.Suppression;

public sealed class IgnoredHazardTests : IDisposable
{
    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("CM001")]
    [InlineData("unlocked-shared-cache")]
    [InlineData("cm001:my app/Dockerfile")]
    [InlineData("CM001:my app")]
    [InlineData("CM001:my app/")]
    [InlineData("CM001:my*/Dockerfile:3")]
    [InlineData("CM001:**/Dockerfile")]
    [InlineData("CM001:my app\\Dockerfile:3 # make writes whole files")]
    public void Holds_back_what_it_names(string entry)
    {
        var report = Report(entry);
        Assert.Empty(report.Findings);
        Assert.Equal(SuppressionKind.Configuration, Assert.Single(report.Suppressed).Kind);
        Assert.Empty(report.Faults);
    }

    [Theory]
    [InlineData("CM002")]
    [InlineData("CM001:Dockerfile")]
    [InlineData("CM001:*/app/Dockerfile")]
    [InlineData("CM001:my app/Dockerfile:4")]
    [InlineData("CM001:my")]
    public void Holds_back_nothing_else_and_says_so(string entry)
    {
        var report = Report(entry);
        Assert.Single(report.Findings);
        Assert.StartsWith($"The entry '{entry}' of IgnoreHazards holds nothing back.", Assert.Single(report.Faults).Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_its_reason() =>
        Assert.Equal("make writes whole files", Report("CM001 # make writes whole files").Suppressed[0].Reason);

    [Theory]
    [InlineData("", "isn't RULE[:PATH[:LINE]]")]
    [InlineData(":Dockerfile", "isn't RULE[:PATH[:LINE]]")]
    [InlineData("CM01", "Did you mean CM001 (unlocked-shared-cache)?")]
    [InlineData("unlocked", "Did you mean CM001 (unlocked-shared-cache)?")]
    [InlineData("CM099", "The rules are CM001 to")]
    public void Says_what_is_wrong_with_an_entry(string entry, string words)
    {
        var error = Assert.Throws<UserErrorException>(() => IgnoredHazard.Parse(entry));
        Assert.Equal(FaultKind.Usage, error.Kind);
        Assert.Contains(words, $"{error.Message} {error.Advice}", StringComparison.Ordinal);
    }

    private HazardReport Report(string entry) => HazardCheck.Run(
        _project
            .With("compose.yml", SampleProject.TwoServices.Replace("context: .", "context: my app", StringComparison.Ordinal))
            .With("my app/Dockerfile", "FROM alpine\nARG SERVICE\nRUN --mount=type=cache,target=/c make\n")
            .Plan(),
        new() { Ignored = [IgnoredHazard.Parse(entry)], Coverage = CheckCoverage.Whole });
}
