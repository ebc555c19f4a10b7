using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Hazards.Repair;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Rules;

/// <summary>Several builds write to a cache at the same time, and neither BuildKit nor the tool keeps them apart.</summary>
internal sealed class CM001UnlockedSharedCache() : MountRule(Severity.Error)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        var racing = place.Uses.Where(u => IsUnguarded(u.Use) && u.Cache.IsWrittenAtOnce(u.Use)).OrderBy(u => u.Use.Tool.Safety != Safety.Unsafe).ToList();
        if (racing is not [var first, ..])
            return null;
        var writers = first.Cache.Uses.Where(u => u == first.Use || CacheFacts.IsOpenTo(first.Use, u)).ToList();
        var isOpen = racing.Any(r => r.Cache.RivalsOf(r.Use, o => CacheFacts.IsOpenTo(r.Use, o) && !facts.AreKeptApart(r.Use.Step, o.Step)).Any());
        var isKnown = first.Use.Tool.Safety == Safety.Unsafe;
        return At(place, Message(first, writers, isOpen), writers) with
        {
            Severity = isOpen && isKnown ? Severity.Error : Severity.Warning,
            Confidence = isKnown ? Confidence.High : Confidence.Low,
            Advice = place.Mount.SharingOption is null ? "Add sharing=locked to this mount." : "Change it to sharing=locked.",
            Fix = MountEdits.SetSharing(place, CacheSharing.Locked, FixSafety.Safe),
        };
    }

    private static bool IsUnguarded(CacheUse use) => use.Tool.Safety != Safety.Safe;

    private static string Message(PlacedUse use, IReadOnlyList<CacheUse> writers, bool isOpen) =>
        $"the cache {use.Mount.Id} is written by {Names.Of(writers)} at the same time, and is {Names.Sharing(use.Mount.Sharing)}; {use.Use.Tool.Because}" +
        (isOpen ? "" : ". Only the lock of another mount in the same RUN keeps them apart");
}
