namespace Attune.Dockerfiles.Mounts;

/// <summary>How RUNs that use one cache at the same time get along.</summary>
public enum CacheSharing
{
    /// <summary>All use the same directory at once (the default).</summary>
    Shared,

    /// <summary>Each gets a directory of its own.</summary>
    Private,

    /// <summary>One after the other; later ones wait for the whole RUN that holds it.</summary>
    Locked,
}
