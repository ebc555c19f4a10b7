using System.Collections.Immutable;
using Attune.BuildKit.Control;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;

namespace Attune.Caches.Inventory;

/// <summary>A cache mount's record on an engine, and what it is to the project.</summary>
/// <param name="Record">The engine's record.</param>
/// <param name="Name">What its description says.</param>
public sealed record KeptCache(CacheRecord Record, CacheMountName Name)
{
    /// <summary>The project's cache that it belongs to; null when it belongs to none, or to one of several.</summary>
    public ProjectCache? Cache { get; init; }

    /// <summary>The project's caches that it may belong to, where the engine doesn't tell more.</summary>
    public ImmutableArray<ProjectCache> Candidates { get; init; } = [];

    /// <summary>Whose it is.</summary>
    public CacheOwnership Ownership { get; init; }

    /// <summary>How that is known.</summary>
    public CacheIdentification IdentifiedBy { get; init; }

    /// <summary>Who made it, as far as its description tells.</summary>
    public CacheOrigin Origin { get; init; }

    /// <summary>What to call it.</summary>
    public string DisplayName => Cache?.Name ?? (Candidates is [_, ..] ? string.Join(" or ", Candidates.Select(c => c.Name)) : Name.ToString());
}

/// <summary>Whose a record is.</summary>
public enum CacheOwnership
{
    /// <summary>Another project's, as far as can be known: nothing of this one mounts it.</summary>
    Other,

    /// <summary>The project mounted it once and does no more.</summary>
    Orphan,

    /// <summary>The project mounts it.</summary>
    Project,
}

/// <summary>How a record's cache is known.</summary>
public enum CacheIdentification
{
    /// <summary>It isn't.</summary>
    None,

    /// <summary>The engine says its id.</summary>
    Engine,

    /// <summary>Its target is one of the project's; engines before 25 tell no id.</summary>
    Target,

    /// <summary>An earlier run of this checkout found it out.</summary>
    Ledger,
}

/// <summary>Who made a record: its description keeps the command of the step that did.</summary>
public enum CacheOrigin
{
    /// <summary>A step that the project has now.</summary>
    Project,

    /// <summary>Another step: of another project, or of an earlier state of this one.</summary>
    Elsewhere,
}
