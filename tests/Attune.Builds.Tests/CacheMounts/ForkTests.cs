using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>Two records of one id, and what they do to later builds.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class ForkTests(BuildFixture engine) : IAsyncLifetime
{
    private const string Locked = "--mount=type=cache,id=ID,target=/c,sharing=locked";
    private const string Shared = "--mount=type=cache,id=ID,target=/c,sharing=shared";

    private readonly CacheMountLab _lab = new(engine);

    [EngineFact]
    public async Task Once_an_id_has_two_records_locked_steps_run_at_the_same_time()
    {
        var a = await _lab.HoldAsync(Locked, first: "> /c/from-A");
        await _lab.BuildAsync(CacheMountLab.Step(Shared, "> /c/forked"));
        await _lab.ReleaseAsync(a);
        Assert.Equal(2, (await _lab.RecordsAsync()).Count);

        var first = await _lab.HoldAsync(Locked, "first", "ls /c");
        var second = await _lab.BuildAsync(CacheMountLab.Looking(Locked, "second"));
        await _lab.ReleaseAsync(first, "first");
        // Which of the two gets which record is chance.
        Assert.True(
            first.Output.Contains("from-A", StringComparison.Ordinal) != second.Output.Contains("sees: from-A", StringComparison.Ordinal),
            first.Output + second.Output);
    }

    [EngineFact]
    public async Task A_third_locked_step_waits_for_either_record()
    {
        var a = await _lab.HoldAsync(Locked);
        var b = await _lab.HoldAsync(Shared, "B");
        var c = await _lab.StartAsync(CacheMountLab.Looking(Locked, "C"));
        await c.StartsAsync();
        await Task.Delay(500);
        Assert.Equal("", c.Output);
        await _lab.ReleaseAsync(b, "B");
        await c.EndsAsync();
        Assert.DoesNotContain("A-ended", c.Output, StringComparison.Ordinal);
        await _lab.ReleaseAsync(a);
    }

    [EngineFact]
    public async Task Freed_private_directories_stay_and_are_used_again()
    {
        const string Private = "--mount=type=cache,id=ID,target=/c,sharing=private";
        var a = await _lab.HoldAsync(Private, first: "> /c/from-A");
        await _lab.BuildAsync(CacheMountLab.Step(Private, "> /c/from-B"));
        await _lab.ReleaseAsync(a);
        var later = await _lab.BuildAsync(CacheMountLab.Looking(Private));
        Assert.Matches("sees: from-[AB] and", later.Output);
        Assert.Equal(2, (await _lab.RecordsAsync()).Count);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();
}
