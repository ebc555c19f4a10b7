using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>
/// What BuildKit's own <c>no-cache</c> does to cache mounts. Attune's doesn't use it; see
/// <see cref="BuildTests.No_cache_runs_every_step_again_and_keeps_the_cache_mounts"/>.
/// </summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class NoCacheTests(BuildFixture engine) : IAsyncLifetime
{
    private readonly CacheMountLab _lab = new(engine);

    [EngineTheory]
    [InlineData("")]
    [InlineData("one")]
    public async Task It_empties_the_cache_mounts_of_the_stages_it_names(string stages)
    {
        var text = $"""
            FROM attune-test/busybox:1 AS two
            {CacheMountLab.Step(Mount("ID-2"), "echo x >> /c/runs; echo second ran $(cat /c/runs).")}
            FROM two AS one
            {CacheMountLab.Step(Mount("ID-1"), "echo x >> /c/runs; echo first ran $(cat /c/runs).")}
            """;
        await _lab.BuildAsync(text);
        var again = await _lab.BuildAsync(text, ("no-cache", stages));
        Assert.Contains("first ran x.", again.Output, StringComparison.Ordinal);
        Assert.Equal(stages.Length == 0, again.Output.Contains("second ran x.", StringComparison.Ordinal));

        var kept = await _lab.BuildAsync(CacheMountLab.Looking(Mount("ID-2")));
        Assert.Contains("sees: runs and", kept.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task It_empties_caches_with_a_mode_of_their_own_from_27_3_on()
    {
        var step = CacheMountLab.Step(Mount("ID") + ",mode=0700", "echo x >> /c/runs; echo ran $(cat /c/runs).");
        await _lab.BuildAsync(step);
        var again = await _lab.BuildAsync(step, ("no-cache", ""));
        Assert.Contains(_lab.EngineVersion >= new Version(27, 3) ? "ran x." : "ran x x.", again.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task It_splits_the_shared_caches_that_other_builds_use_even_those_it_has_nothing_to_do_with()
    {
        var a = await _lab.HoldAsync(Mount("ID"), first: "> /c/from-A");
        await _lab.BuildAsync(CacheMountLab.Step("--mount=type=cache,id=ID-unrelated,target=/u", "true"), ("no-cache", ""));
        var b = await _lab.BuildAsync(CacheMountLab.Looking(Mount("ID")));
        Assert.Contains("sees: and", b.Output, StringComparison.Ordinal);
        await a.CancelAsync();
        Assert.Equal(2, (await _lab.RecordsAsync()).Count);
    }

    [EngineFact]
    public async Task It_ignores_the_lock_of_a_build_that_uses_the_cache_except_on_20_10_where_it_waits()
    {
        const string Locked = "--mount=type=cache,id=ID,target=/c,sharing=locked";
        var a = await _lab.HoldAsync(Locked, first: "> /c/from-A");
        var b = await _lab.StartAsync(CacheMountLab.Step(Locked, "echo sees: $(ls /c)."), ("no-cache", ""));
        if (_lab.EngineVersion.Major > 20)
        {
            await b.EndsAsync();
        }
        else
        {
            await b.StartsAsync();
            await Task.Delay(1000);
            Assert.Equal("", b.Output);
        }

        Assert.DoesNotContain("ends", a.Output, StringComparison.Ordinal);
        await a.CancelAsync();
        await b.EndsAsync();
        Assert.Contains("sees: .", b.Output, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();

    private static string Mount(string id) => $"--mount=type=cache,id={id},target=/c";
}
