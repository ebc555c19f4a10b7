namespace Attune.BuildKit.Session.FileSync;

/// <summary>Counts one transfer.</summary>
internal sealed class TransferCounter(int id, string directory, IProgress<TransferProgress>? progress, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private long _listed;
    private long _sent;
    private long _bytes;
    private long _reported = clock.GetTimestamp();

    public void AddListed()
    {
        Interlocked.Increment(ref _listed);
        ReportSometimes();
    }

    public void AddSent()
    {
        Interlocked.Increment(ref _sent);
        ReportSometimes();
    }

    public void AddBytes(int count)
    {
        Interlocked.Add(ref _bytes, count);
        ReportSometimes();
    }

    public void Complete() => progress?.Report(Now(TransferState.Ended));

    private void ReportSometimes()
    {
        if (progress is null)
            return;
        var last = Interlocked.Read(ref _reported);
        if (clock.GetElapsedTime(last) >= Interval && Interlocked.CompareExchange(ref _reported, clock.GetTimestamp(), last) == last)
            progress.Report(Now(TransferState.Running));
    }

    private TransferProgress Now(TransferState state) => new(
        id, directory, new TransferCount(Interlocked.Read(ref _listed), Interlocked.Read(ref _sent), Interlocked.Read(ref _bytes)), state);
}
