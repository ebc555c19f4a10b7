using Attune.Hazards.Facts;
using Attune.Hazards.Repair;
using Attune.Hazards.Tools.Known;

namespace Attune.Hazards.Rules;

/// <summary>cargo's registry or git directory is mounted unlocked without the lock file that guards it.</summary>
internal sealed class CM002SplitCargoHome() : MountRule(Severity.Warning)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        if (place.Uses.FirstOrDefault(u => IsPart(u.Use) && u.Cache.IsWrittenAtOnce(u.Use)) is not { Use: { } use } || IsRepeated(use, facts))
            return null;
        return At(place, Message(use), [use]) with
        {
            Advice = "Mount one cache as the whole home (target=/var/cache/cargo with CARGO_HOME=/var/cache/cargo): then cargo's own lock works, and builds needn't queue.",
            Fix = CargoHomeEdits.MountWholeHome(place.Document, facts),
        };
    }

    private static bool IsPart(CacheUse use) => Cargo.IsPart(use.Tool);

    // One finding a RUN: its first part stands for all.
    private static bool IsRepeated(CacheUse use, ProjectFacts facts) => facts.UsesOf[use.Step].First(IsPart) != use;

    private static string Message(CacheUse use) =>
        $"{use.Mount.MountPath} is mounted without the lock file of the cargo home that it is part of: every container has a .package-cache of its own, so none waits for another";
}
