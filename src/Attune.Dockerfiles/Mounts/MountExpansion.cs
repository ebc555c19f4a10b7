namespace Attune.Dockerfiles.Mounts;

/// <summary>Whether the engine's frontend expands variables in <c>--mount</c>.</summary>
public enum MountExpansion
{
    /// <summary>It does: dockerfile/1.3 and later, the frontend of Docker 23 and later.</summary>
    Expands,

    /// <summary>It takes them literally and checks the mounts of every stage: the frontend of Docker 20.10.</summary>
    Literal,
}
