using System.Collections.Immutable;
using Attune.Hazards.Suppression;

namespace Attune.Hazards.Tests.Suppression;

public sealed class SuppressionFaultTests : IDisposable
{
    private const string Run = "RUN --mount=type=cache,target=/c make\n";

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("# attune: ignore=CM007 no queue here\n" + Run, "4:1", "This comment silences nothing: CM007 isn't found")]
    [InlineData("# attune: ignore=CM001,CM007\n" + Run, "4:1", "This comment silences nothing: CM007 isn't found")]
    [InlineData("# attune: ignore=CM01 because\n" + Run, "4:1", "There is no rule 'CM01'\n")]
    [InlineData("# attune: ignore CM001\n" + Run, "4:1", "This comment silences nothing: it isn't '# attune: ignore=RULE reason'")]
    [InlineData("# attune: CM001\n" + Run, "4:1", "This comment silences nothing: it isn't '# attune: ignore=RULE reason'")]
    [InlineData("  # attune: ignore=CM001\n\n" + Run, "4:3", "This comment silences nothing: CM001 isn't found")]
    [InlineData(Run + "# attune: ignore=CM001\n", "5:1", "This comment silences nothing: CM001 isn't found")]
    public void Says_that_a_comment_does_nothing(string text, string place, string words)
    {
        var fault = Assert.Single(Faults(text)).Describe();
        Assert.StartsWith($"Dockerfile:{place}: {words}", fault, StringComparison.Ordinal);
        Assert.Contains("^^^", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# attune: ignore=CM001\n" + Run)]
    [InlineData("# Attune is a system of five services.\n# attune-api is one of them.\n" + Run)]
    [InlineData(Run + "FROM alpine AS unused\n# attune: ignore=CM001 who builds this?\n" + Run + "FROM alpine\nCOPY --from=0 / /\n")]
    public void Says_nothing_of_other_comments(string text) => Assert.Empty(Faults(text));

    [Fact]
    public void Says_that_a_comment_of_a_compose_file_does_nothing()
    {
        _project.With("compose.yml", "services:\n  api:\n    build: . # attune: ignore=CM010\n").With("Dockerfile", "FROM alpine\n" + Run);
        Assert.StartsWith("compose.yml:3:14: This comment silences nothing", Assert.Single(Check(CheckCoverage.Whole).Faults).Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_nothing_when_only_some_services_are_looked_at() =>
        Assert.Empty(Prepared("# attune: ignore=CM007\n" + Run).Check(CheckCoverage.Part).Faults);

    private ImmutableArray<SuppressionFault> Faults(string text) => Prepared(text).Check(CheckCoverage.Whole).Faults;

    private SuppressionFaultTests Prepared(string text)
    {
        _project.With("compose.yml", SampleProject.TwoServices).With("Dockerfile", "FROM alpine\nARG SERVICE\n\n" + text);
        return this;
    }

    private HazardReport Check(CheckCoverage coverage) => HazardCheck.Run(_project.Plan(), new() { Coverage = coverage });
}
