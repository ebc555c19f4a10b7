using Attune.Source;

namespace Attune.Builds.Events;

/// <summary>How a service's build ended.</summary>
public enum ServiceOutcome
{
    /// <summary>The image is on the engine; at least one step ran.</summary>
    Built,

    /// <summary>The image is on the engine; every step was cached.</summary>
    Cached,

    /// <summary>The build failed.</summary>
    Failed,

    /// <summary>The build was cancelled while it ran.</summary>
    Cancelled,

    /// <summary>The build was never started, since another failed or the user stopped it.</summary>
    NotRun,
}

/// <summary>What became of one service.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Duration">From the start of its solve to its end.</param>
/// <param name="Steps">How many of its steps were cached and executed.</param>
/// <param name="Image">The image, when there is one.</param>
public sealed record ServiceResult(
    string Service, ServiceOutcome Outcome, TimeSpan Duration, StepCount Steps, BuiltImage? Image = null)
{
    /// <summary>Why it failed, when it did.</summary>
    public BuildFailure? Failure { get; init; }

    /// <summary>The engine that built it, when several do; null otherwise.</summary>
    public string? Engine { get; init; }

    /// <summary>How much of the duration its steps waited for cache mounts that others had locked; inferred, as the engine doesn't say.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>What was found and done when a damaged cache made it fail; null when it didn't.</summary>
    public ServiceRecovery? Recovery { get; init; }

    /// <summary>Whether it failed because of a damaged cache, and was built all the same.</summary>
    public bool IsRecovered => Recovery is not null && Outcome is ServiceOutcome.Built or ServiceOutcome.Cached;
}

/// <summary>Steps of the Dockerfile, internal ones left out.</summary>
/// <param name="Cached">Taken from the layer cache.</param>
/// <param name="Executed">Run.</param>
public readonly record struct StepCount(int Cached, int Executed);

/// <summary>An image on the engine.</summary>
/// <param name="Id">Its id, <c>sha256:…</c>.</param>
/// <param name="Size">Its size in bytes, or null when the engine couldn't say.</param>
/// <param name="Tags">The names it was given.</param>
public sealed record BuiltImage(string Id, long? Size, IReadOnlyList<string> Tags);

/// <summary>Why a service failed, with what a reader needs to fix it.</summary>
/// <param name="Message">The engine's message, without the parts that only repeat the command.</param>
/// <param name="StepName">The failing step, or null when the build failed before or after all steps.</param>
/// <param name="Location">The Dockerfile line of that step.</param>
/// <param name="LastLines">The last lines that the step printed, oldest first.</param>
public sealed record BuildFailure(string Message, string? StepName, SourceLocation? Location, IReadOnlyList<string> LastLines)
{
    /// <summary>More of the last lines, for those who look for the cause.</summary>
    public IReadOnlyList<string> Log { get; init; } = LastLines;
}

/// <summary>What became of the whole build.</summary>
/// <param name="Services">In compose order.</param>
/// <param name="Duration">Wall time.</param>
public sealed record BuildResult(IReadOnlyList<ServiceResult> Services, TimeSpan Duration)
{
    /// <summary>Whether every service has its image.</summary>
    public bool IsSuccess => Services.All(s => s.Outcome is ServiceOutcome.Built or ServiceOutcome.Cached);
}
