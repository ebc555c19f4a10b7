namespace Attune.Workflow.Settings;

/// <summary>What <c>CacheSave</c> and <c>CacheRestore</c> carry, and where.</summary>
public sealed record ArchiveSettings
{
    /// <summary>The cache mounts, by id, target, tool or service; empty means all of the project.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>The directory of archives, or <c>oci://HOST/REPOSITORY:TAG</c>; null is a directory beside the checkout's other state.</summary>
    public string? Store { get; init; }

    /// <summary>What archives are saved and looked for under; null derives it from lock files and base images.</summary>
    public string? Key { get; init; }

    /// <summary>How large the store may become, such as <c>2GB</c>; null doesn't limit it.</summary>
    public string? MaxSize { get; init; }
}
