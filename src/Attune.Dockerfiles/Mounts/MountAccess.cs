namespace Attune.Dockerfiles.Mounts;

/// <summary>Whether a mount can be written to.</summary>
public enum MountAccess
{
    /// <summary>It can.</summary>
    ReadWrite,

    /// <summary>It can't.</summary>
    ReadOnly,
}
