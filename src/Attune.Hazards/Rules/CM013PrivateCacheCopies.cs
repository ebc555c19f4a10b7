using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Rules;

/// <summary>Concurrent builds get a directory each, and fill it anew.</summary>
internal sealed class CM013PrivateCacheCopies() : MountRule(Severity.Info)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        if (place.Mount.Sharing != CacheSharing.Private)
            return null;
        if (place.Uses.FirstOrDefault(u => u.Cache.RivalsOf(u.Use, r => IsCopy(u.Use, r)).Any()) is not { Cache: { } cache, Use: { } use })
            return null;
        var users = cache.Group(Id, use, u => u == use || IsCopy(use, u));
        return At(place, Message(use, users), users) with { Advice = "If what is cached is the same for all, sharing=locked downloads it once, and builds wait for each other." };
    }

    private static bool IsCopy(CacheUse use, CacheUse other) => other.Sharing == CacheSharing.Private && other.HasSameDirectoryAs(use);

    private static string Message(CacheUse use, IReadOnlyCollection<CacheUse> users) =>
        $"{Names.Of(users)} build at the same time, and with sharing=private each gets a copy of the cache {use.Mount.Id} of its own and fills it anew";
}
