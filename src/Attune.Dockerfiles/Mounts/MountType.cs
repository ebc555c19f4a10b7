namespace Attune.Dockerfiles.Mounts;

/// <summary>The type of a mount.</summary>
public enum MountType
{
    /// <summary>Files of the build context, a stage or an image (the default).</summary>
    Bind,

    /// <summary>A directory that outlives the build.</summary>
    Cache,

    /// <summary>Memory.</summary>
    Tmpfs,

    /// <summary>A secret of the client.</summary>
    Secret,

    /// <summary>An SSH agent of the client.</summary>
    Ssh,
}
