using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>Which change of a cache mount runs its step again.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class LayerKeyTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);

    private bool KeyHasIdAndSharing => _lab.EngineVersion.Major < 26;

    [EngineTheory]
    [InlineData("id=ID,target=/c", "id=ID-2,target=/c")]
    [InlineData("id=ID,target=/c,sharing=locked", "id=ID,target=/c,sharing=private")]
    [InlineData("id=ID,target=/c", "id=ID,target=/c,sharing=locked")]
    public async Task Another_id_or_sharing_mode_is_not_noticed_from_26_on(string before, string after)
    {
        await _lab.BuildAsync(Filling(before));
        var build = await _lab.BuildAsync(Filling(after));
        Assert.Equal(KeyHasIdAndSharing, !build.Steps("] RUN").Single().IsCached);
    }

    [EngineTheory]
    [InlineData("target=/ID-c", "target=/ID-c,sharing=locked")]
    [InlineData("target=/ID-c", "target=/ID-c,id=ID")]
    [InlineData("id=ID,target=/c", "id=ID,target=/d")]
    [InlineData("id=ID,target=/c", "id=ID,target=/c,mode=0700")]
    public async Task Leaving_the_default_or_another_target_or_mode_runs_the_step_again(string before, string after)
    {
        await _lab.BuildAsync(Filling(before));
        var build = await _lab.BuildAsync(Filling(after));
        Assert.False(build.Steps("] RUN").Single(s => !s.Name.Contains("mkdir", StringComparison.Ordinal)).IsCached);
    }

    [EngineFact]
    public async Task So_a_step_with_a_new_id_leaves_the_new_cache_empty_from_26_on()
    {
        await _lab.BuildAsync(Filling("id=ID,target=/c"));
        await _lab.BuildAsync(Filling("id=ID-2,target=/c"));
        var look = await _lab.BuildAsync(CacheMountLab.Looking("--mount=type=cache,id=ID-2,target=/c"));
        Assert.Contains(KeyHasIdAndSharing ? "sees: filled and" : "sees: and", look.Output, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();

    private static string Filling(string mount) => CacheMountLab.Step("--mount=type=cache," + mount, "> /c/filled || true");
}
