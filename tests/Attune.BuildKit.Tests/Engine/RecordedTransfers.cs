using System.Collections.Concurrent;
using Attune.BuildKit.Session;

namespace Attune.BuildKit.Tests.Engine;

/// <summary>Remembers how each transfer ended.</summary>
internal sealed class RecordedTransfers : IProgress<TransferProgress>
{
    private readonly ConcurrentQueue<TransferProgress> _ended = new();
    private readonly TaskCompletionSource _firstBytes = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<TransferProgress> Ended => [.. _ended];

    public long FilesSent => _ended.Sum(t => t.Count.FilesSent);

    public Task FirstBytes => _firstBytes.Task;

    public void Report(TransferProgress value)
    {
        if (value.Count.BytesSent > 1_000_000)
            _firstBytes.TrySetResult();
        if (value.State == TransferState.Ended)
            _ended.Enqueue(value);
    }
}
