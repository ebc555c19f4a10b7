using System.Diagnostics;
using Attune.Builds.Tests.Engine;

namespace Attune.Builds.Tests.CacheMounts;

/// <summary>How long a lock is held, how it is handed over, and how two steps can wait for each other for ever.</summary>
[Trait("Kind", "Engine")]
[Collection(CacheMountTests.Name)]
public sealed class LockTests(BuildFixture engine) : IAsyncLifetime
{
    private const string Locked = "--mount=type=cache,id=ID,target=/c,sharing=locked";

    private readonly CacheMountLab _lab = new(engine);

    [EngineFact]
    public async Task The_lock_spans_the_whole_RUN_and_the_step_that_waits_counts_as_started()
    {
        var a = await _lab.HoldAsync(Locked, first: "ls /c; echo done with the mount");
        var b = await _lab.StartAsync(CacheMountLab.Looking(Locked));
        await b.StartsAsync();
        await Task.Delay(1000);
        Assert.Null(Assert.Single(b.Steps("] RUN")).Completed);
        Assert.Equal("", b.Output);

        await _lab.ReleaseAsync(a);
        await b.EndsAsync();
        Assert.Contains("signals: A-ended", b.Output, StringComparison.Ordinal);
        var (held, waited) = (a.Steps("] RUN")[0], b.Steps("] RUN")[0]);
        Assert.True(waited.Started < held.Completed, $"{waited.Started:O} {held.Completed:O}");
        // BuildKit looks every 100 ms; the rest is the container's start and whatever else the machine does.
        Assert.InRange(waited.Completed!.Value - held.Completed!.Value, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(30));
    }

    [EngineFact]
    public async Task Readonly_changes_nothing_about_the_lock()
    {
        var a = await _lab.HoldAsync(Locked + ",readonly");
        var b = await _lab.StartAsync(CacheMountLab.Looking(Locked + ",readonly"));
        await b.StartsAsync();
        await Task.Delay(1000);
        Assert.Equal("", b.Output);
        await _lab.ReleaseAsync(a);
        await b.EndsAsync();
        Assert.Contains("signals: A-ended", b.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_step_may_mount_one_id_twice_without_waiting_for_itself()
    {
        var build = await _lab.BuildAsync(CacheMountLab.Step(
            $"{Locked} --mount=type=cache,id=ID,target=/d,sharing=locked", "> /c/here; echo sees: $(ls /d)"));
        Assert.Contains("sees: here", build.Output, StringComparison.Ordinal);
    }

    /// <summary>
    /// BuildKit locks the mounts of a RUN in the order of their targets. A step that holds the two in the middle makes sure that each of the
    /// others has its first lock before either asks for its second.
    /// </summary>
    [EngineFact]
    public async Task Two_locked_ids_in_opposite_order_hang_until_one_build_is_cancelled()
    {
        var gate = await _lab.HoldAsync($"{Mount("gate-x", "/g")} {Mount("gate-y", "/h")}");
        var xy = await _lab.StartAsync(CacheMountLab.Step($"{Mount("x", "/1")} {Mount("gate-x", "/2")} {Mount("y", "/3")}", "echo got x and y"));
        var yx = await _lab.StartAsync(CacheMountLab.Step($"{Mount("y", "/1")} {Mount("gate-y", "/2")} {Mount("x", "/3")}", "echo got y and x"));
        while ((await _lab.RecordsAsync("/1")).Count(r => r.IsInUse) < 2)
            await Task.Delay(50);
        await _lab.ReleaseAsync(gate);
        await Task.Delay(2000);
        Assert.Equal("", xy.Output + yx.Output);

        var begun = Stopwatch.GetTimestamp();
        await xy.CancelAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await yx.EndsAsync();
        Assert.Contains("got y and x", yx.Output, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _lab.DisposeAsync().AsTask();

    private static string Mount(string id, string target) => $"--mount=type=cache,id=ID-{id},target={target},sharing=locked";
}
