using Attune.BuildKit.Session;
using Attune.Builds.Events;
using TransferCount = Attune.Builds.Events.TransferCount;

namespace Attune.Builds.Solving;

/// <summary>Turns the transfers of a session into events, added up by directory.</summary>
internal sealed class TransferRelay(IReadOnlyList<string> services, TimeProvider clock, Action<BuildEvent> publish) : IProgress<TransferProgress>
{
    private readonly Dictionary<int, TransferProgress> _transfers = [];
    private readonly Lock _gate = new();

    public void Report(TransferProgress value)
    {
        TransferCount count;
        Completion completion;
        lock (_gate)
        {
            _transfers[value.Transfer] = value;
            var same = _transfers.Values.Where(t => t.Directory == value.Directory).ToList();
            count = new(same.Sum(t => t.Count.FilesListed), same.Sum(t => t.Count.FilesSent), same.Sum(t => t.Count.BytesSent));
            completion = same.TrueForAll(t => t.State == TransferState.Ended) ? Completion.Completed : Completion.Running;
        }

        publish(new ContextTransferred(clock.GetUtcNow(), services, value.Directory, count, completion));
    }
}
