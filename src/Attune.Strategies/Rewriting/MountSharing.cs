namespace Attune.Strategies.Rewriting;

/// <summary>Which sharing mode cache mounts are built with.</summary>
public enum MountSharing
{
    /// <summary>The one that the Dockerfile gives each of them.</summary>
    AsWritten,

    /// <summary>All use a cache at once: nothing waits, and nothing but the tools' own locks guards it.</summary>
    Shared,

    /// <summary>One step after the other has a cache.</summary>
    Locked,
}
