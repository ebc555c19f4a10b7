using Attune.BuildKit.Control;
using Attune.Caches.Pruning;

namespace Attune.Workflow.Settings;

/// <summary>What <c>PruneCache</c> removes.</summary>
public sealed record PruneSettings
{
    /// <summary>How much cache to keep, such as <c>10GB</c>; null keeps what is in use only.</summary>
    public string? KeepStorage { get; init; }

    /// <summary>The cache mounts to remove, by id, target, tool or service; empty removes build cache of all kinds.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>What stays because it was used lately, such as <c>7d</c>; null keeps nothing for its age.</summary>
    public string? UnusedFor { get; init; }

    /// <summary>Whether internal and shared records go too.</summary>
    public PruneScope Scope { get; init; }

    /// <summary>What of forked cache mounts goes.</summary>
    public ForkPruning Forks { get; init; }

    /// <summary>What of a cache mount goes.</summary>
    public PruneExtent Extent { get; init; }

    /// <summary>Whether anything is removed.</summary>
    public PruneMode Mode { get; init; }
}

/// <summary>Whether <c>PruneCache</c> removes.</summary>
public enum PruneMode
{
    /// <summary>It does.</summary>
    Remove,

    /// <summary>It shows what would go.</summary>
    DryRun,
}

/// <summary>What of a cache mount <c>PruneCache</c> removes.</summary>
public enum PruneExtent
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>What a tool began in it and never finished.</summary>
    Incomplete,
}
