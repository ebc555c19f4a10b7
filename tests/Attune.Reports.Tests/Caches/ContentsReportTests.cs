using Attune.Caches.Inspection;
using Attune.Caches.Mounts;
using Attune.Compose;
using Attune.Projects;
using Attune.Reports.Caches;
using Attune.Source;

namespace Attune.Reports.Tests.Caches;

public sealed class ContentsReportTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(50)]
    public Task Shows_what_lies_inside(int width) => Verifier.Verify(string.Join('\n', ContentsReport.Render(Contents(), width)), $"{width}");

    [Fact]
    public Task Gives_programs_everything() => Verifier.Verify(ContentsJson.Render(Contents()));

    [Fact]
    public Task Shows_what_is_incomplete() => Verifier.Verify(string.Join(
        '\n', SweepReport.Render("REMOVED", Contents()[..1], [("/build/target", "In use, so it stays as it is"), ("/other", "In use, so it stays as it is")], 100)));

    [Fact]
    public void Says_that_nothing_is_incomplete() =>
        Assert.Equal("No incomplete entries.", string.Join('\n', SweepReport.Render("REMOVED", [], [], 100)));

    private static CacheContents[] Contents()
    {
        using var directory = new TempDirectory();
        directory.Write("compose.yml", "services: { api: { build: . } }");
        directory.Write("Dockerfile", """
            FROM rust
            RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/build/target,uid=1000 cargo build
            RUN --mount=type=cache,target=/other make
            """);
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = directory.Path, Environment = new Dictionary<string, string>() }, files);
        var caches = ProjectCache.Of(BuildPlan.Of(project, new(directory.Path), files));
        return
        [
            new(caches.Single(c => c.Id.EndsWith("registry", StringComparison.Ordinal)))
            {
                Record = "x1y2z3",
                Records = 2,
                Files = 12_345,
                Folders =
                [
                    new("", 345_678_901), new("src", 300_000_000), new("src/index.crates.io-1949cf8c6b5b557f", 299_000_000), new("cache", 45_000_000),
                    new("src/index.crates.io-1949cf8c6b5b557f/windows-sys-0.52.0", 40_000_000),
                ],
                Entries = [new("downloaded crates", 317), new("unpacked crates", 316)],
                Swept = ["cargo"],
                Incomplete = ["src/index.crates.io-1949cf8c6b5b557f/tracing-0.1.40"],
            },
            new(caches.Single(c => c.Id.EndsWith("target", StringComparison.Ordinal))) { Records = 0 },
            new(caches.Single(c => c.Id.EndsWith("other", StringComparison.Ordinal))) { Files = 3, Folders = [new("", 4096)] },
        ];
    }
}
