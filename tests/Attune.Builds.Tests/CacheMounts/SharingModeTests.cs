using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>What the second of two steps gets that mount the same id at the same time.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class SharingModeTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);

    [EngineTheory]
    [InlineData("locked", "locked")]
    [InlineData("shared", "locked")]
    [InlineData("private", "locked")]
    public async Task The_second_waits_and_then_sees_the_same_directory(string first, string second)
    {
        var a = await _lab.HoldAsync(Mount(first), first: "> /c/from-A");
        var b = await _lab.StartAsync(CacheMountLab.Looking(Mount(second)));
        await b.StartsAsync();
        await Task.Delay(1000);
        Assert.Equal("", b.Output);

        await _lab.ReleaseAsync(a);
        await b.EndsAsync();
        Assert.Contains("sees: from-A and signals: A-ended", b.Output, StringComparison.Ordinal);
        Assert.Single(await _lab.RecordsAsync());
    }

    [EngineFact]
    public async Task Shared_steps_use_one_directory_at_the_same_time()
    {
        var a = await _lab.HoldAsync(Mount("shared"), first: "> /c/from-A");
        var b = await _lab.BuildAsync(CacheMountLab.Looking(Mount("shared")));
        Assert.Contains("sees: from-A and signals:\n", b.Output, StringComparison.Ordinal);

        await _lab.ReleaseAsync(a);
        Assert.Single(await _lab.RecordsAsync());
    }

    [EngineTheory]
    [InlineData("locked", "shared")]
    [InlineData("private", "shared")]
    [InlineData("locked", "private")]
    [InlineData("shared", "private")]
    [InlineData("private", "private")]
    public async Task The_second_does_not_wait_and_gets_a_new_empty_directory(string first, string second)
    {
        await _lab.BuildAsync(CacheMountLab.Step(Mount(first), "> /c/warm"));
        var a = await _lab.HoldAsync(Mount(first), first: "ls /c");
        Assert.Contains("warm", a.Output, StringComparison.Ordinal);
        var b = await _lab.BuildAsync(CacheMountLab.Looking(Mount(second)));
        Assert.Contains("sees: and signals:\n", b.Output, StringComparison.Ordinal);

        await _lab.ReleaseAsync(a);
        Assert.Equal(2, (await _lab.RecordsAsync()).Count);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();

    private static string Mount(string sharing) => $"--mount=type=cache,id=ID,target=/c,sharing={sharing}";
}
