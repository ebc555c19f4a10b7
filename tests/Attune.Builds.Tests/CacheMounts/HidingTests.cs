using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>What a mount does to the directory that it is mounted on.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class HidingTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);

    [EngineFact]
    public async Task A_mount_hides_what_the_stage_has_there_and_what_a_step_leaves_in_it_is_no_part_of_the_stage()
    {
        var build = await _lab.BuildAsync(string.Join('\n',
            CacheMountLab.Step("", "mkdir /c && > /c/from-layer"),
            CacheMountLab.Step("--mount=type=cache,id=ID,target=/c", "echo before: $(ls /c).; > /c/from-step"),
            CacheMountLab.Step("", "echo after: $(ls /c).")));
        Assert.Contains("before: .", build.Output, StringComparison.Ordinal);
        Assert.Contains("after: from-layer.", build.Output, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();
}
