using Attune.Dockerfiles.Mounts;

namespace Attune.Schedules.Contention;

/// <summary>A cache as the engine tells it from others: mounts that differ here never meet.</summary>
/// <param name="Id">The id with its namespace.</param>
/// <param name="Fork">What else makes it another cache: what it starts from, owner, mode. Empty for most.</param>
public sealed record CacheIdentity(string Id, string Fork)
{
    /// <summary>The id as people write it.</summary>
    public string DisplayId => Id.StartsWith('/') && Id.Length > 1 ? Id[1..] : Id;

    /// <summary>The cache of a mount.</summary>
    public static CacheIdentity Of(CacheMount mount)
    {
        ArgumentNullException.ThrowIfNull(mount);
        // The engine ignores owner and mode of a mount that shows a part of the cache.
        var owner = mount.Source is null && (mount.Uid, mount.Gid, mount.Mode) is not (null, null, null) ? $"{mount.Uid ?? 0}:{mount.Gid ?? 0}:{mount.Mode}" : "";
        return new(mount.EngineId, mount.From is null && owner.Length == 0 ? "" : $"{mount.From}|{owner}");
    }
}

/// <summary>A cache that a step uses.</summary>
/// <param name="Cache">The cache.</param>
/// <param name="Sharing">How.</param>
public sealed record CacheClaim(CacheIdentity Cache, CacheSharing Sharing)
{
    /// <summary>Where it is mounted.</summary>
    public string Target { get; init; } = "";

    /// <summary>
    /// Whether a step with this claim waits while another has that one: whoever wants a cache locked waits for all its users, and nobody else
    /// ever waits (those get another directory).
    /// </summary>
    public bool WaitsFor(CacheClaim other) => Sharing == CacheSharing.Locked && Cache == other?.Cache;
}
