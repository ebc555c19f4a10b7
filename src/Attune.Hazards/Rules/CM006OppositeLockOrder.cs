using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;
using Attune.Projects;

namespace Attune.Hazards.Rules;

/// <summary>
/// Two concurrent RUNs lock the same two caches in opposite order: each waits for the other for ever. BuildKit takes locks in the order
/// of the targets (https://github.com/moby/buildkit, <c>client/llb/exec.go</c>) and detects no deadlock.
/// </summary>
internal sealed class CM006OppositeLockOrder() : ProjectRule(Severity.Error)
{
    public override IEnumerable<Finding> Check(ProjectFacts facts)
    {
        var byOrder = facts.Steps.Select(s => LockOrder(s, facts)).Where(o => o.Count > 1).ToList();
        var pairs = byOrder.SelectMany(PairsOf).ToLookup(p => (Key(p.First), Key(p.Then)));
        var reported = new HashSet<(MountPlace, string)>();
        foreach (var pair in pairs.SelectMany(p => p))
        {
            if (facts.PlaceOf(pair.Then) is not { } place || reported.Contains((place, Key(pair.First))))
                continue;
            var candidates = pairs[(Key(pair.Then), Key(pair.First))];
            var (opposite, isCertain) = (candidates.FirstOrDefault(o => Blocks(pair, o) && IsCertain(pair, o)), true);
            if (opposite.First is null)
                (opposite, isCertain) = (candidates.FirstOrDefault(o => Blocks(pair, o)), false);
            if (opposite.First is null || !reported.Add((place, Key(pair.First))))
                continue;
            yield return At(place, Message(pair, opposite), [pair.Then, opposite.Then]) with
            {
                Severity = isCertain ? Severity.Error : Severity.Warning,
                Confidence = isCertain ? Confidence.High : Confidence.Low,
                Advice = "Mount the same caches on the same targets in every RUN: then all take them in one order.",
            };
        }

        bool IsCertain((CacheUse First, CacheUse Then) pair, (CacheUse First, CacheUse Then) other) =>
            facts.Plan.Targets == TargetConcurrency.Named || pair.First.Step.IsBuiltWith(other.First.Step);
    }

    private static bool Blocks((CacheUse First, CacheUse Then) pair, (CacheUse First, CacheUse Then) other) =>
        pair.Then.Sharing == CacheSharing.Locked && other.Then.Sharing == CacheSharing.Locked && pair.First.Step.IsConcurrentWith(other.First.Step);

    // The targets decide the order; a second mount of a cache is served by the first.
    private static List<CacheUse> LockOrder(Step step, ProjectFacts facts) =>
    [
        .. facts.UsesOf[step].Where(u => u.Sharing != CacheSharing.Private)
            .OrderBy(u => u.Mount.MountPath, StringComparer.Ordinal).DistinctBy(Key),
    ];

    private static IEnumerable<(CacheUse First, CacheUse Then)> PairsOf(List<CacheUse> order) =>
        from i in Enumerable.Range(0, order.Count)
        from j in Enumerable.Range(i + 1, order.Count - i - 1)
        where order[i].Sharing == CacheSharing.Locked || order[j].Sharing == CacheSharing.Locked
        select (order[i], order[j]);

    private static string Key(CacheUse use) => $"{use.Mount.EngineId}\n{use.Fork}";

    private static string Message((CacheUse First, CacheUse Then) pair, (CacheUse First, CacheUse Then) opposite) =>
        $"this RUN holds {pair.First.Mount.Id} while it waits for {pair.Then.Mount.Id}, and the RUN at {Names.Place(opposite.Then.Mount)} " +
        $"holds {opposite.First.Mount.Id} while it waits for {opposite.Then.Mount.Id}: together they wait for ever";
}
