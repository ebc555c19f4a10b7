namespace Attune.Hazards.Tests.Suppression;

public sealed class ComposeCommentTests : IDisposable
{
    private const string Comment = "# attune: ignore=CM010 its caches are small";

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("    build:\n      context: .\n      no_cache: true " + Comment + "\n")]
    [InlineData("    build:\n      context: .\n      " + Comment + "\n      no_cache: true\n")]
    [InlineData("    build:\n      " + Comment + "\n      context: .\n      no_cache: true\n")]
    [InlineData("    build: " + Comment + "\n      context: .\n      no_cache: true\n")]
    [InlineData("    " + Comment + "\n    build:\n      context: .\n      no_cache: true\n")]
    [InlineData("    " + Comment + "\n    build: { context: ., no_cache: true }\n")]
    [InlineData("    build: { context: ., no_cache: true } " + Comment + "\n")]
    public void A_comment_at_the_build_section_silences_it(string build) => Assert.Equal("", Codes(build));

    [Theory]
    [InlineData("    build: { context: ., no_cache: true }\n    " + Comment + "\n    command: x\n")]
    [InlineData("    build:\n      context: .\n      no_cache: true\n\n    " + Comment + "\n    command: x\n")]
    [InlineData("    " + Comment + "\n    command: x\n    build:\n      context: .\n      no_cache: true\n")]
    [InlineData("    build: { context: ., no_cache: true } # attune: ignore=CM011 another rule\n")]
    public void A_comment_elsewhere_does_not(string build) => Assert.StartsWith("CM010:", Codes(build), StringComparison.Ordinal);

    private string Codes(string build) => _project
        .With("compose.yml", "services:\n  api:\n" + build)
        .With("Dockerfile", "FROM golang:1.25\nRUN --mount=type=cache,target=/go/pkg/mod go build\n")
        .Codes();
}
