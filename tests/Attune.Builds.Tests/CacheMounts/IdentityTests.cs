using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>Which mounts are one directory. Each is told by what a second step sees of a file that a first one wrote.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class IdentityTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);

    [EngineTheory]
    [InlineData("id=ID,target=/a", "id=ID,target=/b")]
    [InlineData("target=/ID/a", "target=/ID/./a/")]
    [InlineData("target=/ID", "id=/ID,target=/b")]
    [InlineData("id=ID,target=/a", "id=ID,target=/a,readonly")]
    [InlineData("id=ID,target=/a,uid=1", "id=ID,target=/b,uid=1")]
    [InlineData("id=ID,target=/a,uid=1", "id=ID,target=/a,uid=1,gid=0,mode=0755")]
    [InlineData("id=ID,target=/a,from=base", "id=ID,target=/b,from=base")]
    public async Task These_are_one_directory(string first, string second) => Assert.True(await IsSameAsync(first, second));

    [EngineTheory]
    [InlineData("id=ID", "id=id-ID")]
    [InlineData("id=/ID/a", "id=/ID/a/")]
    [InlineData("id=/ID/a", "id=/ID/b/../a")]
    [InlineData("id=ID", "id=ID,uid=1")]
    [InlineData("id=ID", "id=ID,uid=0")]
    [InlineData("id=ID", "id=ID,gid=1")]
    [InlineData("id=ID", "id=ID,mode=0755")]
    [InlineData("id=ID,uid=1", "id=ID,uid=2")]
    [InlineData("id=ID,mode=0755", "id=ID,mode=0700")]
    [InlineData("id=ID", "id=ID,from=base")]
    [InlineData("id=ID,from=base", "id=ID,from=other")]
    public async Task These_are_two_directories(string first, string second) =>
        Assert.False(await IsSameAsync(first + ",target=/c", second + ",target=/c"));

    /// <summary>It is the target as written: that of an explicit id of the same name, and not that of the absolute path.</summary>
    [EngineFact]
    public async Task The_id_of_a_relative_target_is_the_same_in_every_working_directory()
    {
        var build = await _lab.BuildAsync($"""
            WORKDIR /one
            {CacheMountLab.Step("--mount=type=cache,target=ID", "> /one/ID/here")}
            WORKDIR /two
            {CacheMountLab.Step("--mount=type=cache,target=ID", "echo two sees: $(ls /two/ID).")}
            {CacheMountLab.Step("--mount=type=cache,target=/ID", "echo the root sees: $(ls /ID).")}
            {CacheMountLab.Step("--mount=type=cache,id=ID,target=/c", "echo the id sees: $(ls /c).")}
            """);
        Assert.Contains("two sees: here.", build.Output, StringComparison.Ordinal);
        Assert.Contains("the root sees: .", build.Output, StringComparison.Ordinal);
        Assert.Contains("the id sees: here.", build.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task The_namespace_argument_gives_a_build_caches_of_its_own()
    {
        const string Mount = "--mount=type=cache,id=ID,target=/c";
        var own = ("build-arg:BUILDKIT_CACHE_MOUNT_NS", "ID-own");
        await _lab.BuildAsync(CacheMountLab.Step(Mount, "> /c/here"));
        Assert.Contains("sees: and", (await _lab.BuildAsync(CacheMountLab.Looking(Mount, "apart"), own)).Output, StringComparison.Ordinal);
        Assert.Contains("sees: here", (await _lab.BuildAsync(CacheMountLab.Looking(Mount, "again"))).Output, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();

    private async Task<bool> IsSameAsync(string first, string second)
    {
        var build = await _lab.BuildAsync($"""
            FROM attune-test/busybox:1 AS base
            RUN mkdir -p /ID
            FROM base AS other
            RUN mkdir -p /other-ID
            FROM attune-test/busybox:1
            {CacheMountLab.Step("--mount=type=cache," + first, $"> {Target(first)}/marker-ID; echo written")}
            {CacheMountLab.Step("--mount=type=cache," + second, $"echo sees: $(ls {Target(second)}).")}
            """);
        Assert.Contains("written", build.Output, StringComparison.Ordinal);
        Assert.Contains("sees: ", build.Output, StringComparison.Ordinal);
        return build.Output.Contains("marker", StringComparison.Ordinal);
    }

    private static string Target(string mount) => mount.Split("target=")[1].Split(',')[0];
}
