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
    public async Task Asking_for_sizes_takes_caches_away_for_a_moment_so_shared_steps_fork_and_locked_ones_wait()
    {
        const int Rounds = 40;
        // So many files that measuring them takes longer than a step does.
        await _lab.BuildAsync(CacheMountLab.Step(Locked, "mkdir /c/d && cd /c/d && seq 200000 | xargs touch"));
        await _lab.BuildWhileAskingAsync(Steps(Locked, "locked"));
        Assert.Single(await _lab.RecordsAsync());
        // Whether a step begins while the engine measures is chance: about every third round.
        for (var round = 0; round < Rounds && (await _lab.RecordsAsync()).Count == 1; round++)
            await _lab.BuildWhileAskingAsync(Steps(Shared, $"round {round}"));
        Assert.NotEqual(1, (await _lab.RecordsAsync()).Count);

        static string Steps(string mounts, string name) => string.Join('\n', Enumerable.Range(0, 5).Select(s =>
            $"{CacheMountLab.Step("", $": pause {name} {s}")}\n{CacheMountLab.Step(mounts, $": {name} {s}")}"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();
}
