namespace Attune.BuildKit.Session.FileSync;

/// <summary>Reports the transfers of a session, each at most ten times a second and once when it ends.</summary>
internal sealed class TransferReporter(IProgress<TransferProgress>? progress, TimeProvider clock)
{
    private int _last;

    public TransferCounter Begin(string directory) => new(Interlocked.Increment(ref _last), directory, progress, clock);
}
