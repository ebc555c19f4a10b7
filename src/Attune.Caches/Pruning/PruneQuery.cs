using Attune.BuildKit.Control;

namespace Attune.Caches.Pruning;

/// <summary>What a user wants removed. Without <see cref="Mounts"/> and <see cref="Forks"/> that is the build cache as a whole.</summary>
public sealed record PruneQuery
{
    /// <summary>Names of the project's cache mounts (see <see cref="Mounts.CacheSelection"/>); only their records go.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>What of the project's forked cache mounts goes.</summary>
    public ForkPruning Forks { get; init; }

    /// <summary>Records go, the oldest and least used first, until the build cache is smaller than this; null removes all.</summary>
    public long? KeepBytes { get; init; }

    /// <summary>What was used within this time stays.</summary>
    public TimeSpan UnusedFor { get; init; }

    /// <summary>Whether internal and shared records go too.</summary>
    public PruneScope Scope { get; init; }

    internal bool IsOfMounts => Mounts.Count > 0 || Forks == ForkPruning.KeepLargest;
}

/// <summary>What of forked cache mounts goes.</summary>
public enum ForkPruning
{
    /// <summary>Forks are nothing special.</summary>
    Ignore,

    /// <summary>All records of a cache but the largest, so that builds find that one again.</summary>
    KeepLargest,
}
