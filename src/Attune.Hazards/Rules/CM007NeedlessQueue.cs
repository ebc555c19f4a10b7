using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Hazards.Repair;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Rules;

/// <summary>Builds queue for a cache that needs no lock, or that each could have for itself, and for nothing else.</summary>
internal sealed class CM007NeedlessQueue() : MountRule(Severity.Info)
{
    protected override Finding? Check(MountPlace place, ProjectFacts facts)
    {
        if (place.Mount.Sharing != CacheSharing.Locked || !place.Uses.All(u => IsNeedless(u.Use) && u.Cache.PurgeOf(u.Use) is null && IsOnlyLock(u.Use, facts)))
            return null;
        if (place.Uses.FirstOrDefault(u => u.Cache.RivalsOf(u.Use, r => QueuesWith(u.Use, r)).Any()) is not { Cache: { } cache, Use: { } use })
            return null;
        var queue = cache.Group(Id, use, u => u == use || QueuesWith(use, u));
        var finding = At(place, Message(use, queue, new(queue, facts.Record)), queue) with { Confidence = Confidence.Medium };
        return IsShared(use)
            ? finding with
            {
                Advice = $"{Names.Sharing(CacheSharing.Shared)} on every mount of this cache lets them run at the same time.",
                Fix = MountEdits.SetSharing(place, CacheSharing.Shared, FixSafety.Unsafe),
            }
            : finding with { Advice = $"An id for each ({Example(place, queue)}) lets them run at the same time; each then compiles the dependencies for itself." };
    }

    // What is unlocked for safety's sake never counts, so a lock on cargo's registry or git directory is never called needless.
    private static bool IsNeedless(CacheUse use) => use.Tool.Safety == Safety.Safe;

    private static bool IsShared(CacheUse use) => use.Tool.Directory!.Content == ContentKind.Keyed;

    // The queue stays anyway if another mount of the RUN needs its lock, and has to stay if it keeps builds apart in one without.
    private static bool IsOnlyLock(CacheUse use, ProjectFacts facts) => facts.UsesOf[use.Step].All(u => IsNeedless(u) || u.Sharing == CacheSharing.Private);

    private static bool QueuesWith(CacheUse use, CacheUse other) =>
        other.Sharing == CacheSharing.Locked && IsNeedless(other) && other.HasSameDirectoryAs(use);

    private static string Message(CacheUse use, UseGroup queue, QueueCost cost) => IsShared(use)
        ? $"{Names.Of(queue)} wait for each other's whole RUN because of the cache {use.Mount.Id}, which needs no lock: {use.Tool.Because}; {cost.Describe()}"
        : $"{Names.Of(queue)} wait for each other's whole RUN because of the cache {use.Mount.Id}, and for nothing else; {cost.Describe()}";

    // An argument that tells them apart, if the stage knows one.
    private static string Example(MountPlace place, IReadOnlyCollection<CacheUse> queue)
    {
        var builds = queue.SelectMany(u => u.Step.Occurrences).Select(o => o.Build.Service).Distinct().ToList();
        var argument = place.First.Step.Stage.Declaration.Instructions.OfType<ArgInstruction>().SelectMany(a => a.Declared).Select(a => a.Name.Text)
            .FirstOrDefault(name => builds.Select(b => b.Args.LastOrDefault(a => a.Name == name)?.Value).Distinct().Count() == builds.Count && builds.Count > 1);
        return argument is null ? "id=target-api and so on" : $"id=target-${{{argument}}}";
    }
}
