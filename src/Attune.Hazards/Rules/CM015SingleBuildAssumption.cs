using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Hazards.Repair;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Rules;

/// <summary>An unlocked cache that nothing in the project writes at the same time, but a second build on the same engine would.</summary>
internal sealed class CM015SingleBuildAssumption() : MountRule(Severity.Info)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        if (!IsAlone(place) || IsRepeated(place, facts) || place.First.Use.Mount.Location != place.Mount.Location || facts.UsesOf[place.First.Use.Step].Any(u => u.Sharing == CacheSharing.Locked && !IsKeyed(u)))
            return null;
        var second = SecondBuild.Of(place.First).FirstOrDefault(s => s.RunsAgain(place.First));
        if (second is null && (IsKeyed(place.First.Use) || !IsOneImage(place)))
            return null;
        return At(place, Message(place, second), [place.First.Use]) with
        {
            Severity = second is null ? Severity.Info : Severity.Warning,
            Confidence = second is null ? Confidence.Low : Confidence.Medium,
            Advice = "Add sharing=locked to this RUN's unlocked mounts, or put what differs between the builds into their ids.",
            Fix = MountEdits.SetSharing(PlacesIn(place, facts), CacheSharing.Locked, second is null ? FixSafety.Unsafe : FixSafety.Safe),
        };
    }

    private static bool IsAlone(MountPlace place) => place.Uses.All(u =>
        u.Use is { Writes: true, Sharing: CacheSharing.Shared, Guard: null, Tool.Safety: Safety.Unsafe } &&
        !u.Cache.RivalsOf(u.Use, r => r.HasSameDirectoryAs(u.Use)).Any());

    // A step that several services have in common was made for several builds.
    private static bool IsOneImage(MountPlace place) => place.Uses.SelectMany(u => u.Use.Step.Occurrences).Select(o => o.Build.Service).Distinct().ToList() is var services &&
        (services.Count == 1 || services.All(s => s.Args is []));

    // Whoever puts a variable into the id has thought of several builds.
    private static bool IsKeyed(CacheUse use) => use.Mount.Flag.Find("id")?.Value?.Contains('$', StringComparison.Ordinal) == true;

    // One finding a RUN: its first such mount stands for all.
    private static bool IsRepeated(MountPlace place, ProjectFacts facts) => PlacesIn(place, facts).First() != place;

    private static IEnumerable<MountPlace> PlacesIn(MountPlace place, ProjectFacts facts) =>
        facts.PlacesBySource[place.Document.Source].Where(p => p.Mount.Run.Span == place.Mount.Run.Span && IsAlone(p));

    private static string Message(MountPlace place, SecondBuild? second) =>
        $"the cache {place.Mount.Id} is unlocked, and {place.First.Use.Tool.Because}. " +
        (second is null
            ? "One build at a time is fine; a second one on this engine, for another platform or another checkout, may break both"
            : $"Since {second.Reason}; such builds at the same time may break each other");
}
