using Attune.Source;

namespace Attune.Builds.Events;

/// <summary>A damaged cache that made a step fail.</summary>
/// <param name="Tool">What keeps the cache, such as <c>cargo</c>.</param>
/// <param name="Cache">Where the step mounts it.</param>
/// <param name="Kind">How it came to be damaged.</param>
public sealed record CacheFault(string Tool, string Cache, CacheFaultKind Kind)
{
    /// <summary>What the tool said, in one line.</summary>
    public required string Symptom { get; init; }

    /// <summary>A page about this symptom.</summary>
    public required string Source { get; init; }

    /// <summary>The codes of the rules that tell how to prevent it.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The mount in the Dockerfile.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>What happened, such as <c>cache race on /usr/local/cargo/registry (cargo)</c>.</summary>
    public override string ToString() => $"{(Kind == CacheFaultKind.Race ? "cache race on" : "damaged cache")} {Cache} ({Tool})";
}

/// <summary>How a cache came to be damaged.</summary>
public enum CacheFaultKind
{
    /// <summary>Several builds may write to it at the same time.</summary>
    Race,

    /// <summary>Only one build at a time does: an interrupted one left it half-written.</summary>
    Interruption,
}

/// <summary>What was done about a damaged cache.</summary>
/// <param name="Cause">The damage.</param>
/// <param name="Retries">How often the service was built again.</param>
/// <param name="Removed">The entries that were removed from the cache.</param>
public sealed record ServiceRecovery(CacheFault Cause, int Retries, IReadOnlyList<string> Removed);
