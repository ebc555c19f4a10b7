using Attune.Engines.Embedded;

namespace Attune.Engines.Tests.Embedded;

public sealed class EngineLockTests
{
    [Fact(Timeout = 30_000)]
    public async Task One_at_a_time()
    {
        using var directory = new TempDirectory();
        var path = Path.Combine(directory.Path, "lock");
        var first = await EngineLock.AcquireAsync(path, TimeProvider.System, CancellationToken.None);
        var second = EngineLock.AcquireAsync(path, TimeProvider.System, CancellationToken.None);
        await Task.Delay(300);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact(Timeout = 30_000)]
    public async Task Waiting_can_be_cancelled()
    {
        using var directory = new TempDirectory();
        var path = Path.Combine(directory.Path, "lock");
        using var held = await EngineLock.AcquireAsync(path, TimeProvider.System, CancellationToken.None);
        using var cancel = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EngineLock.AcquireAsync(path, TimeProvider.System, cancel.Token));
    }
}
