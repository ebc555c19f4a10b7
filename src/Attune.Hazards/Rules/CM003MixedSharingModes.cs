using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Hazards.Repair;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Rules;

/// <summary>
/// Concurrent users of one cache have different sharing modes. While a locked one holds the cache, a shared one gets a new, empty
/// directory; from then on the id has two directories, and which one a build gets is chance.
/// </summary>
internal sealed class CM003MixedSharingModes() : MountRule(Severity.Warning)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        var mode = place.Mount.Sharing;
        if (mode == CacheSharing.Locked)
            return null;
        foreach (var (cache, use, _, _) in place.Uses)
        {
            if (cache.IsWrittenAtOnce(use) && cache.SafetyOf(use) is Safety.Unsafe or Safety.Unknown)
                continue;
            var others = cache.RivalsOf(use, r => IsStricter(r.Sharing, mode) && r.HasSameDirectoryAs(use)).Take(1).ToList();
            if (others is [var other])
                return Report(place, cache, use, other);
        }

        return null;
    }

    // Of a shared and a private mount the private one is reported.
    private static bool IsStricter(CacheSharing other, CacheSharing mode) =>
        other == CacheSharing.Locked || (other == CacheSharing.Shared && mode == CacheSharing.Private);

    private Finding Report(MountPlace place, CacheFacts cache, CacheUse use, CacheUse other)
    {
        var isLocked = other.Sharing == CacheSharing.Locked;
        var isUnguarded = isLocked && use is { Writes: true, Sharing: CacheSharing.Shared } && other.Writes && cache.SafetyOf(use) == Safety.Unsafe;
        return At(place, Message(use, other), [use, other]) with
        {
            Severity = isUnguarded ? Severity.Error : Severity.Warning,
            Advice = $"Give every mount of this cache the same mode: {Names.Sharing(other.Sharing)}.",
            Fix = MountEdits.SetSharing(place, other.Sharing, isLocked ? FixSafety.Safe : FixSafety.Unsafe),
        };
    }

    private static string Message(CacheUse use, CacheUse other) =>
        $"the cache {use.Mount.Id} is {Names.Sharing(use.Sharing)} here and {Names.Sharing(other.Sharing)} at {Names.Place(other.Mount)}: " +
        "whoever comes while the other one holds it gets a new, empty directory, and later builds get either by chance";
}
