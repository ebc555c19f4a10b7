using Attune.Builds.Events;

namespace Attune.Schedules.History;

/// <summary>Lets a recorder see every event on its way.</summary>
internal sealed class RecordingSink(RunRecorder recorder, IBuildSink inner) : IBuildSink
{
    public void Publish(BuildEvent buildEvent)
    {
        recorder.Take(buildEvent);
        inner.Publish(buildEvent);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
