using System.Globalization;
using System.Text.Json.Serialization;
using Attune.Dockerfiles.Mounts;

namespace Attune.Caches.Mounts;

/// <summary>
/// What, besides its id, selects a cache's directory: caches of one id that differ here are different directories
/// (https://github.com/moby/buildkit, <c>frontend/dockerfile/dockerfile2llb/convert_runmount.go</c>).
/// </summary>
/// <param name="From">The stage or image that a new cache starts from, or null.</param>
/// <param name="Owner">Owner and mode of a new cache, or null when no mount option sets one of them.</param>
public sealed record CacheFork(string? From, CacheOwner? Owner)
{
    /// <summary>No option that forks.</summary>
    public static CacheFork None { get; } = new(null, null);

    /// <summary>Whether a record of it stands alone; a fork builds on another record.</summary>
    [JsonIgnore]
    public bool IsPlain => From is null && Owner is null;

    /// <summary>The options as a Dockerfile has them, or <c>none</c>.</summary>
    public override string ToString() => (From, Owner) switch
    {
        (null, null) => "none",
        (null, _) => Owner.ToString(),
        (_, null) => "from=" + From,
        _ => $"from={From},{Owner}",
    };

    internal static CacheFork Of(CacheMount mount)
    {
        // The engine ignores owner and mode of a mount that shows a part of the cache.
        var isOwned = mount.Source is null && (mount.Uid, mount.Gid, mount.Mode) is not (null, null, null);
        return new(mount.From, isOwned ? new(mount.Uid ?? 0, mount.Gid ?? 0, mount.Mode ?? CacheOwner.DefaultMode) : null);
    }
}

/// <summary>Owner and mode of a new cache.</summary>
/// <param name="Uid">The user's number.</param>
/// <param name="Gid">The group's number.</param>
/// <param name="Mode">The permissions.</param>
public sealed record CacheOwner(uint Uid, uint Gid, uint Mode)
{
    internal const uint DefaultMode = 0b111_101_101;

    /// <summary>As mount options.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"uid={Uid},gid={Gid},mode=0{Convert.ToString(Mode, 8)}");
}
