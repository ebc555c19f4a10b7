using Attune.Hazards.Facts;

namespace Attune.Hazards.Rules;

/// <summary>Mounts of one id differ in uid, gid, mode or from, which silently makes them different directories.</summary>
internal sealed class CM004ForkedCache() : MountRule(Severity.Warning)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        foreach (var (cache, use, _, _) in place.Uses)
            if (cache.Uses[0] is var first && first.Fork != use.Fork)
            {
                return At(place, Message(use, first), [first, use]) with
                {
                    Advice = "Give all mounts of this id the same uid, gid, mode and from, or give this one an id of its own.",
                };
            }

        return null;
    }

    private static string Message(CacheUse use, CacheUse first) =>
        $"the cache {use.Mount.Id} has {use.Fork} here and {first.Fork} at {Names.Place(first.Mount)}: these are two directories, and nothing in one is seen in the other";
}
