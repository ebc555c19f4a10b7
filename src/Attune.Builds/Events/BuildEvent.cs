using Attune.Source;

namespace Attune.Builds.Events;

/// <summary>Something that happened during a build. Every sink (live, plain, JSON) draws from this one stream.</summary>
/// <param name="At">When, by the clock that the runner was given.</param>
public abstract record BuildEvent(DateTimeOffset At);

/// <summary>The build begins.</summary>
/// <param name="At">When.</param>
/// <param name="Services">The services in compose order.</param>
/// <param name="MaxParallel">How many services are built at once, at most.</param>
public sealed record BuildStarted(DateTimeOffset At, IReadOnlyList<string> Services, int MaxParallel) : BuildEvent(At);

/// <summary>A service's solve was handed to the engine.</summary>
public sealed record ServiceStarted(DateTimeOffset At, string Service) : BuildEvent(At);

/// <summary>A step (BuildKit: vertex) of a service is new or changed; the latest one wins.</summary>
public sealed record StepChanged(DateTimeOffset At, string Service, BuildStep Step) : BuildEvent(At);

/// <summary>A step printed something; the text may hold several lines or part of one.</summary>
public sealed record StepOutput(DateTimeOffset At, string Service, string StepId, OutputStream Stream, string Text) : BuildEvent(At);

/// <summary>A step reports a count of its own, such as bytes of a layer pulled.</summary>
/// <param name="At">When.</param>
/// <param name="Service">Whose step.</param>
/// <param name="StepId">Which step.</param>
/// <param name="Item">What is counted, in BuildKit's words (<c>transferring context:</c>, a layer digest…).</param>
/// <param name="Current">How much so far.</param>
/// <param name="Total">How much in all; 0 when unknown.</param>
/// <param name="Completion">Whether the count is final.</param>
public sealed record StepProgressed(
    DateTimeOffset At, string Service, string StepId, string Item, long Current, long Total, Completion Completion) : BuildEvent(At);

/// <summary>Files of a local directory were sent to the engine for the services that share it.</summary>
/// <param name="At">When.</param>
/// <param name="Services">The services that use this transfer.</param>
/// <param name="Directory"><c>context</c>, <c>dockerfile</c> or a named context.</param>
/// <param name="Count">How far it is.</param>
/// <param name="Completion">Whether the transfer has ended.</param>
public sealed record ContextTransferred(
    DateTimeOffset At, IReadOnlyList<string> Services, string Directory, TransferCount Count, Completion Completion) : BuildEvent(At);

/// <summary>A build check of BuildKit's frontend speaks up.</summary>
public sealed record WarningRaised(DateTimeOffset At, string Service, string Message, SourceLocation? Location, string? Url) : BuildEvent(At);

/// <summary>A service failed because of a damaged cache; it is built once more, alone, when the others have ended.</summary>
public sealed record ServiceRecovering(DateTimeOffset At, string Service, CacheFault Cause) : BuildEvent(At);

/// <summary>A service is done, well or badly.</summary>
public sealed record ServiceFinished(DateTimeOffset At, ServiceResult Result) : BuildEvent(At);

/// <summary>All services are done; nothing follows.</summary>
public sealed record BuildFinished(DateTimeOffset At, BuildResult Result) : BuildEvent(At);

/// <summary>How far a context transfer is.</summary>
/// <param name="FilesListed">Files and folders offered so far.</param>
/// <param name="FilesSent">Files the engine asked for so far: those that changed.</param>
/// <param name="BytesSent">Bytes of those files.</param>
public readonly record struct TransferCount(long FilesListed, long FilesSent, long BytesSent);

/// <summary>Where a step's output went.</summary>
public enum OutputStream
{
    /// <summary>Standard output.</summary>
    Out,

    /// <summary>Standard error.</summary>
    Error,
}

/// <summary>Whether a running count is final.</summary>
public enum Completion
{
    /// <summary>More may come.</summary>
    Running,

    /// <summary>Final.</summary>
    Completed,
}
