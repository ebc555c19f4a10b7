namespace Attune.Hazards.Tests.Suppression;

public sealed class CommentTests : IDisposable
{
    private const string Run = "RUN --mount=type=cache,target=/c make\n";

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("# attune: ignore=CM001 make writes whole files\n" + Run)]
    [InlineData("# attune: ignore=unlocked-shared-cache\n" + Run)]
    [InlineData("#attune:ignore=CM007,cm001 two at once\n" + Run)]
    [InlineData("# What make does here.\n# attune: ignore=CM001 because\n" + Run)]
    [InlineData("# attune: ignore=CM001 because\n# What make does here.\n" + Run)]
    [InlineData("RUN \\\n  # attune: ignore=CM001 because\n  --mount=type=cache,target=/c make\n")]
    public void A_comment_above_silences_a_rule(string text) => Assert.Equal("", Check(text));

    [Theory]
    [InlineData("# attune: ignore=CM002 another rule\n" + Run)]
    [InlineData("# attune: ignore=CM001 too far away\n\n" + Run)]
    [InlineData("# attune: ignore= nothing\n" + Run)]
    [InlineData("RUN echo '# attune: ignore=CM001'\n" + Run)]
    public void Any_other_comment_does_not(string text) => Assert.StartsWith("CM001:", Check(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("# attune: ignore=CM001, CM013 make writes whole files\n" + Run)]
    [InlineData("# ATTUNE : ignore = cm001\r\n" + Run)]
    public void A_comment_may_be_written_loosely(string text) => Assert.Equal("", Check(text));

    private string Check(string text) => _project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", "FROM alpine\nARG SERVICE\n" + text)
        .Codes();
}
