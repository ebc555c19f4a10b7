using Attune.Reports.Tables;
using Attune.Reports.Text;

namespace Attune.Reports.Tests.Tables;

public class TableReportsTests
{
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
        Assert.Equal("No service has a build section.", Assert.Single(PlanReport.Render([])).ToString());
        Assert.Empty(FactList.Render([]));
    }

    private static Task Verify(IEnumerable<StyledLine> lines, string? suffix = null, [System.Runtime.CompilerServices.CallerMemberName] string member = "") =>
        Verifier.Verify(string.Join('\n', lines), suffix, member: member);
}
