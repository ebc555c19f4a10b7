using Attune.Hazards.Repair;

namespace Attune.Hazards.Tests;

public sealed class FixTests : IDisposable
{
    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("--mount=type=cache,target=/c", "--mount=type=cache,target=/c,sharing=locked")]
    [InlineData("--mount=type=cache,target=/c,sharing=shared", "--mount=type=cache,target=/c,sharing=locked")]
    [InlineData("--mount=type=cache,sharing=Shared,target=/c", "--mount=type=cache,sharing=locked,target=/c")]
    [InlineData("--mount=\"type=cache,target=/c\"", "--mount=\"type=cache,target=/c,sharing=locked\"")]
    [InlineData("--mount=type=cache,target=\"/c\"", "--mount=type=cache,target=\"/c\",sharing=locked")]
    public void A_lock_changes_the_sharing_option_and_nothing_else(string before, string after) => Assert.Equal(
        $"# A comment\r\nFROM alpine\r\nARG SERVICE\r\nRUN\t{after}  \\\r\n  # another\r\n\tmake\r\n",
        Fix($"# A comment\r\nFROM alpine\r\nARG SERVICE\r\nRUN\t{before}  \\\r\n  # another\r\n\tmake\r\n"));

    [Fact]
    public void A_fixed_project_is_clean()
    {
        Fix("FROM alpine\nARG SERVICE\nRUN --mount=type=cache,target=/c --mount=type=cache,target=/d,sharing=shared make\n");
        Assert.Equal("", _project.Describe());
    }

    [Fact]
    public void Nothing_is_fixed_inside_a_compose_file() => Assert.All(
        _project.With("compose.yml", """
            x-build: &build { context: ., dockerfile_inline: "FROM alpine\nARG X\nRUN --mount=type=cache,target=/c make" }
            services:
              a: { build: { <<: *build, args: { X: a } } }
              b: { build: { <<: *build, args: { X: b } } }
            """).Check(),
        finding => Assert.Null(finding.Fix));

    private string Fix(string dockerfile)
    {
        _project.With("compose.yml", SampleProject.TwoServices).With("Dockerfile", dockerfile);
        var text = Assert.Single(FixedFile.Apply(_project.Check(), FixSafety.Safe)).Text;
        _project.With("Dockerfile", text);
        return text;
    }
}
