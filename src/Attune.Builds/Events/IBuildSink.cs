namespace Attune.Builds.Events;

/// <summary>Something that shows or records a build. Events come one at a time, in order, never concurrently.</summary>
public interface IBuildSink : IAsyncDisposable
{
    /// <summary>Takes the next event. Must return quickly: it runs on the path of the build.</summary>
    void Publish(BuildEvent buildEvent);
}
