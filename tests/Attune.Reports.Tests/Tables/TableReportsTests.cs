using Attune.Reports.Tables;
using Attune.Reports.Text;

namespace Attune.Reports.Tests.Tables;

public class TableReportsTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    [InlineData(40)]
    public Task Shows_what_is_cached(int width) => Verify(
        CacheReport.Render(
            [
                new("/usr/local/cargo/git", 12_300) { Created = _now.AddDays(-3), LastUsed = _now.AddHours(-2), UseCount = 4 },
                new("/build/target", 1_234_567_890) { Created = _now.AddDays(-3), LastUsed = _now.AddMinutes(-3), UseCount = 21, Use = CacheUse.InUse },
                new("/usr/local/cargo/registry", 345_678_901) { Created = _now.AddDays(-3), LastUsed = _now.AddSeconds(-4), UseCount = 21 },
                new("never-used", 0),
            ],
            _now,
            width),
        $"{width}");

    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    public Task Shows_what_was_reclaimed(int width) => Verify(
        PruneReport.Render([new("/build/target", 1_234_567_890), new("mount / from exec /bin/sh -c apt-get update &&     apt-get install -y " + new string('x', 60), 45_000)], width),
        $"{width}");

    [Fact]
    public Task Shows_what_would_be_built() => Verify(PlanReport.Render(
    [
        new("api", ".", "Dockerfile")
        {
            Target = "runtime",
            Args = [new("SERVICE", "api"), new("RUST_IMAGE", "rust:1.92")],
            Tags = ["attune-api:latest", "registry.example/attune-api:1.2"],
            Platforms = ["linux/amd64", "linux/arm64"],
            CacheMounts = [new("/build/target", "/build/target", "locked", "Dockerfile:6"), new("apt", "/var/cache/apt", "shared", "Dockerfile:12")],
        },
        new("web", "src/web", "Dockerfile"),
    ]));

    [Fact]
    public Task Shows_facts() => Verify(FactList.Render([new("address", "unix:///var/run/docker.sock"), new("version", "28.5.2"), new("API", "1.51")]));

    [Fact]
    public void Says_so_when_there_is_nothing()
    {
        Assert.Equal("No cache mounts on this engine.", Assert.Single(CacheReport.Render([], _now, 80)).ToString());
        Assert.Equal("Nothing to reclaim.", Assert.Single(PruneReport.Render([], 80)).ToString());
        Assert.Equal("No service has a build section.", Assert.Single(PlanReport.Render([])).ToString());
        Assert.Empty(FactList.Render([]));
    }

    private static Task Verify(IEnumerable<StyledLine> lines, string? suffix = null, [System.Runtime.CompilerServices.CallerMemberName] string member = "") =>
        Verifier.Verify(string.Join('\n', lines), suffix, member: member);
}
