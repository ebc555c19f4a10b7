using Attune.Builds.Events;

namespace Attune.Testing;

/// <summary>For builds of which only the result counts.</summary>
public sealed class Silence : IBuildSink
{
    public void Publish(BuildEvent buildEvent)
    {
        // Nobody listens.
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
