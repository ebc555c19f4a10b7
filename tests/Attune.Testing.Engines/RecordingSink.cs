using Attune.Builds.Events;

namespace Attune.Builds.Tests.Running;

internal sealed class RecordingSink : IBuildSink
{
    public List<BuildEvent> Events { get; } = [];

    public void Publish(BuildEvent buildEvent) => Events.Add(buildEvent);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
