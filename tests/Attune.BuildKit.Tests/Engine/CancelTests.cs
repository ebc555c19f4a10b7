using System.Diagnostics;

namespace Attune.BuildKit.Tests.Engine;

public sealed class CancelTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    [EngineFact]
    public async Task Ends_a_running_step_and_leaves_its_siblings_alone()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", $"FROM {TestImages.Busybox}\nARG N\nRUN echo {Guid.NewGuid()} started; sleep $N\n");
        await using var session = await engine.OpenAsync(context.Path);
        using var cancel = new CancellationTokenSource();
        var (cut, kept) = (new RecordedUpdates(), new RecordedUpdates());
        var sibling = engine.Client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:sibling", ("build-arg:N", "6")), kept.Add);
        var build = engine.Client.SolveAsync(EngineFixture.Request(session, null, ("build-arg:N", "60")), cut.Add, cancel.Token);
        await cut.WaitForAsync("started\n");
        await kept.WaitForAsync("started\n");

        var watch = Stopwatch.StartNew();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);

        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed}");
        Assert.NotNull(Assert.Single(cut.Vertices, v => v.Name.Contains("sleep", StringComparison.Ordinal)).Completed);
        Assert.NotNull((await sibling).ImageDigest);
    }

    [EngineFact]
    public async Task Ends_a_context_transfer()
    {
        using var context = new TempDirectory();
        context.Write("Dockerfile", $"FROM {TestImages.Busybox}\nCOPY . /src\n");
        await using (var large = File.Create(Path.Combine(context.Path, "large")))
            large.SetLength(2L << 30);
        var transfers = new RecordedTransfers();
        await using var session = await engine.OpenAsync(context.Path, transfers);
        using var cancel = new CancellationTokenSource();
        var build = engine.Client.SolveAsync(EngineFixture.Request(session), null, cancel.Token);
        await transfers.FirstBytes;

        var watch = Stopwatch.StartNew();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);

        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed}");
    }
}
