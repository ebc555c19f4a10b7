namespace Attune.Builds.Events;

/// <summary>How far a step is.</summary>
public enum StepState
{
    /// <summary>Known, not started.</summary>
    Waiting,

    /// <summary>Started. A RUN that waits for a locked cache mount is in this state too: BuildKit doesn't tell them apart.</summary>
    Running,

    /// <summary>Taken from the layer cache.</summary>
    Cached,

    /// <summary>Ran and succeeded.</summary>
    Done,

    /// <summary>Ran and failed.</summary>
    Failed,

    /// <summary>Ended because the build was cancelled.</summary>
    Cancelled,
}

/// <summary>One step of a service's build: a vertex in BuildKit's words.</summary>
/// <param name="Id">The vertex digest; the same step of two services has the same id.</param>
/// <param name="Name">As BuildKit names it, such as <c>[build 3/5] RUN cargo build</c>.</param>
/// <param name="State">How far it is.</param>
/// <param name="Started">When it started, by the engine's clock.</param>
/// <param name="Completed">When it ended, by the engine's clock.</param>
/// <param name="Error">Why it failed.</param>
public sealed record BuildStep(string Id, string Name, StepState State, DateTimeOffset? Started, DateTimeOffset? Completed, string? Error)
{
    /// <summary>A step of the frontend itself (reading the Dockerfile, resolving images), not one of the Dockerfile.</summary>
    public bool IsInternal => Name.StartsWith("[internal]", StringComparison.Ordinal);
}
