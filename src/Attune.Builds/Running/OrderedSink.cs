using Attune.Builds.Events;

namespace Attune.Builds.Running;

/// <summary>Hands events on one at a time, whichever thread they come from, and none after the last one.</summary>
internal sealed class OrderedSink(IBuildSink inner) : IBuildSink
{
    private readonly Lock _gate = new();
    private bool _hasEnded;

    public void Publish(BuildEvent buildEvent)
    {
        lock (_gate)
        {
            // A session may report the end of a transfer after the last solve.
            if (_hasEnded)
                return;
            _hasEnded = buildEvent is BuildFinished;
            inner.Publish(buildEvent);
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
