using Attune.BuildKit.Control;
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

    [EngineFact]
    public async Task A_shared_cache_that_is_released_and_taken_again_at_once_stays_one()
    {
        const int Builds = 4;
        const int Steps = 12;
        // Each step is over at once, so that the cache is given back and taken by others all the time. Commands differ: equal steps would run once.
        var builds = await Task.WhenAll(Enumerable.Range(0, Builds).Select(b => _lab.StartAsync(
            string.Join('\n', Enumerable.Range(0, Steps).Select(s => CacheMountLab.Step(Shared, $"echo line-{b}-{s} >> /c/lines"))))));
        foreach (var build in builds)
            await build.EndsAsync();
        var seen = await _lab.BuildAsync(CacheMountLab.Step(Shared, "echo $(sort -u /c/lines | wc -l) lines"));
        Assert.Contains($"{Builds * Steps} lines", seen.Output, StringComparison.Ordinal);
        Assert.Single(await _lab.RecordsAsync());
    }

    [EngineFact]
    public async Task A_shared_step_that_begins_while_sizes_are_measured_forks_and_a_locked_one_waits()
    {
        const int Rounds = 10;
        Assert.Single(await MeasureMeanwhileAsync("locked", "/locked"));
        var records = 1;
        // Whether the step begins at the very moment is chance, though a good one.
        for (var round = 0; round < Rounds && records == 1; round++)
            records = (await MeasureMeanwhileAsync("shared", $"/shared-{round}")).Count;
        Assert.Equal(2, records);
    }

    // So many files that measuring takes longer than the step does that comes between.
    private async Task<IReadOnlyList<CacheRecord>> MeasureMeanwhileAsync(string sharing, string target)
    {
        var mount = $"--mount=type=cache,id=ID{target},target={target},sharing={sharing}";
        await _lab.BuildWhileAskingAsync(target, string.Join('\n',
            CacheMountLab.Step(mount, $"cd {target} && seq 100000 | xargs touch"),
            CacheMountLab.Step("", $": {target}"),
            CacheMountLab.Step(mount, $"ls {target} | wc -l")));
        return await _lab.RecordsAsync(target);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();
}
