using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;

namespace Attune.Hazards.Rules;

/// <summary>
/// A cache that several services write is not <c>sharing=locked</c>: their builds write to it at the same time. For cargo that is the
/// <c>.cargo-ok … File exists</c> failure (https://github.com/rust-lang/cargo/issues/11376).
/// </summary>
internal static class UnlockedSharedCache
{
    public static IEnumerable<Finding> Check(CacheUse cache)
    {
        if (cache.Writers.Length < 2)
            return [];
        return
            from use in cache.Mounts
            where use.Mount.Sharing != CacheSharing.Locked
            group use by use.Mount.Location into place
            select Report(cache, [.. place]);
    }

    private static Finding Report(CacheUse cache, ImmutableArray<(string Service, CacheMount Mount)> uses)
    {
        var mount = uses[0].Mount;
        return new("CM001", "unlocked-shared-cache", mount.Location, Message(mount, cache.Writers))
        {
            CacheId = mount.Id,
            Services = cache.Writers,
            Advice = mount.SharingOption is null ? "Add sharing=locked to this mount." : "Change it to sharing=locked.",
        };
    }

    private static string Message(CacheMount mount, ImmutableArray<string> writers) =>
        $"the cache {mount.Id} is written by {string.Join(", ", writers)} at the same time, and is sharing={mount.Sharing.ToString().ToLowerInvariant()}";
}
