using Attune.Caches.Mounts;
using Attune.Source;

namespace Attune.Caches.Tests.Mounts;

public sealed class CacheSelectionTests
{
    private const string Dockerfile = """
        FROM rust AS api
        RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked --mount=type=cache,id=out,target=/build/target cargo build
        FROM node AS web
        RUN --mount=type=cache,target=/root/.npm,uid=1000 npm ci
        """;

    [Theory]
    [InlineData("out", "out")]
    [InlineData("/build/target", "out")]
    [InlineData("target", "out")]
    [InlineData("registry", "/usr/local/cargo/registry")]
    [InlineData("npm", "/root/.npm (uid=1000,gid=0,mode=0755)")]
    [InlineData("cargo", "/usr/local/cargo/registry out")]
    [InlineData("web", "/root/.npm (uid=1000,gid=0,mode=0755)")]
    public void Names_stand_for_ids_targets_tools_and_services(string name, string caches)
    {
        using var project = SampleProject.Of(Dockerfile, "api", "web");
        var selected = CacheSelection.Select(ProjectCache.Of(project.Plan()), [name]);
        Assert.Equal(caches, string.Join(' ', selected.Select(c => c.Name)));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        using var project = SampleProject.Of(Dockerfile, "api", "web");
        var refused = Assert.Throws<UserErrorException>(() => CacheSelection.Select(ProjectCache.Of(project.Plan()), ["regsitry"]));
        Assert.Equal(FaultKind.Usage, refused.Kind);
        Assert.Contains("/root/.npm", refused.Advice, StringComparison.Ordinal);
    }
}
