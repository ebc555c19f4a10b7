using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Hazards.Repair;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Rules;

/// <summary>Builds queue for a cache that needs no lock, and for nothing else.</summary>
internal sealed class CM007NeedlessQueue() : MountRule(Severity.Info)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        if (place.Mount.Sharing != CacheSharing.Locked || !place.Uses.All(u => IsNeedless(u.Use) && u.Cache.PurgeOf(u.Use) is null && IsOnlyLock(u.Use, facts)))
            return null;
        if (place.Uses.FirstOrDefault(u => u.Cache.RivalsOf(u.Use, r => QueuesWith(u.Use, r)).Any()) is not { Cache: { } cache, Use: { } use })
            return null;
        var queue = cache.Uses.Where(u => u == use || QueuesWith(use, u)).ToList();
        return At(place, Message(use, queue), queue) with
        {
            Confidence = Confidence.Medium,
            Advice = $"{Names.Sharing(CacheSharing.Shared)} on every mount of this cache lets them run at the same time.",
            Fix = MountEdits.SetSharing(place, CacheSharing.Shared, FixSafety.Unsafe),
        };
    }

    private static bool IsNeedless(CacheUse use) => use.Tool is { Safety: Safety.Safe, Directory.Content: ContentKind.Keyed };

    // The queue stays anyway if another mount of the RUN needs its lock.
    private static bool IsOnlyLock(CacheUse use, ProjectFacts facts) =>
        facts.UsesOf[use.Step].All(u => u.Sharing != CacheSharing.Locked || IsNeedless(u));

    private static bool QueuesWith(CacheUse use, CacheUse other) =>
        other.Sharing == CacheSharing.Locked && IsNeedless(other) && other.HasSameDirectoryAs(use);

    private static string Message(CacheUse use, IReadOnlyList<CacheUse> queue) =>
        $"{Names.Of(queue)} wait for each other's whole RUN because of the cache {use.Mount.Id}, which needs no lock: {use.Tool.Because}";
}
