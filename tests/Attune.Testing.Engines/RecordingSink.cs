using Attune.Builds.Events;

namespace Attune.Testing;

/// <summary>Everything that a build tells, in order.</summary>
public sealed class RecordingSink : IBuildSink
{
    private readonly List<BuildEvent> _events = [];

    public IReadOnlyList<BuildEvent> Events => _events;

    public void Publish(BuildEvent buildEvent) => _events.Add(buildEvent);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
