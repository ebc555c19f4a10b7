namespace Attune.Engines.Embedded;

/// <summary>What a stop found.</summary>
public enum StopOutcome
{
    /// <summary>Nothing of the engine was running.</summary>
    WasNotRunning,

    /// <summary>It was running and isn't any more.</summary>
    Stopped,
}
