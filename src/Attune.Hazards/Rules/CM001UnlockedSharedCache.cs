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
        var racing = place.Uses.Where(u => u.Cache.SafetyOf(u.Use) != Safety.Safe && u.Cache.IsWrittenAtOnce(u.Use))
            .OrderByDescending(u => SeverityOf(u.Cache.SafetyOf(u.Use))).ToList();
        if (racing is not [var first, ..])
            return null;
        var writers = first.Cache.OpenWriters(first.Use);
        var isOpen = racing.Any(r => !r.Cache.OpenWriters(r.Use).HasCommonLock
            && r.Cache.RivalsOf(r.Use, o => CacheFacts.IsOpenTo(r.Use, o) && !r.Use.Step.SharesLockWith(o.Step)).Any());
        var safety = first.Cache.SafetyOf(first.Use);
        return At(place, Message(first, writers, isOpen), writers) with
        {
            Severity = isOpen || SeverityOf(safety) == Severity.Info ? SeverityOf(safety) : Severity.Warning,
            Confidence = ConfidenceOf(safety),
            Advice = Advice(first),
            Fix = MountEdits.SetSharing(place, CacheSharing.Locked, safety == Safety.Mostly ? FixSafety.Unsafe : FixSafety.Safe),
        };
    }

    private static Severity SeverityOf(Safety safety) => safety switch
    {
        Safety.Unsafe => Severity.Error,
        Safety.Mostly => Severity.Info,
        _ => Severity.Warning,
    };

    private static Confidence ConfidenceOf(Safety safety) => safety switch
    {
        Safety.Unsafe => Confidence.High,
        Safety.Mostly => Confidence.Medium,
        _ => Confidence.Low,
    };

    private static string Advice(PlacedUse use)
    {
        var locked = use.Use.Mount.SharingOption is null ? "Add sharing=locked to this mount." : "Change it to sharing=locked.";
        return use.Cache.PurgeOf(use.Use) is { Purge: { } purge } ? $"Leave '{purge}' out: a cache mount is no part of the image. Or: {locked}" : locked;
    }

    private static string Message(PlacedUse use, IReadOnlyCollection<CacheUse> writers, bool isOpen) =>
        $"the cache {use.Mount.Id} is written by {Names.Of(writers)} at the same time, and is {Names.Sharing(use.Mount.Sharing)}; {Because(use)}" +
        (isOpen ? "" : ". Only the lock of another mount in the same RUN keeps them apart");

    private static string Because(PlacedUse use) => use.Cache.PurgeOf(use.Use) is { Purge: { } purge } emptier
        ? $"'{purge}' at {Names.Place(emptier.Mount)} empties it under the others"
        : use.Use.Tool.Because;
}
