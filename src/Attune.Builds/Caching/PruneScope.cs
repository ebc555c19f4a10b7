namespace Attune.Builds.Caching;

/// <summary>Which cache records a prune may remove. Images and containers are never touched.</summary>
public enum PruneScope
{
    /// <summary>Records that no image shares, internal ones left out; cache mounts are among them.</summary>
    Unshared,

    /// <summary>Internal records and those shared with images too.</summary>
    All,
}
