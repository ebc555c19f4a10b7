namespace Attune.Builds.Events;

/// <summary>What a step waits for.</summary>
/// <param name="Cache">The id of the cache mount.</param>
/// <param name="Holder">The service whose step has it; null while it changes hands and nothing tells yet which of those that wait got it.</param>
/// <param name="Since">Since when, by the clock of the events.</param>
public sealed record LockWait(string Cache, string? Holder, DateTimeOffset Since);

/// <summary>
/// A step waits for a cache mount that another has locked, or now for another one. Inferred: the engine counts it as running and says nothing.
/// </summary>
public sealed record LockWaitChanged(DateTimeOffset At, string Service, string StepId, LockWait Wait) : BuildEvent(At);

/// <summary>A step that waited has its cache mounts, or has ended.</summary>
/// <param name="At">When this became known.</param>
/// <param name="Service">Whose step.</param>
/// <param name="StepId">Which step.</param>
/// <param name="Waited">How long it waited.</param>
public sealed record LockWaitEnded(DateTimeOffset At, string Service, string StepId, TimeSpan Waited) : BuildEvent(At);
