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
        var pairs = byOrder.SelectMany(PairsOf).ToLookup(p => p.Directories);
        var reported = new HashSet<Blockade>();
        foreach (var pair in pairs.SelectMany(p => p))
        {
            if (facts.PlaceOf(pair.Then) is not { } place || reported.Contains(new(place, pair.First.Directory)))
                continue;
            var candidates = pairs[pair.Directories.Opposite];
            var (opposite, isCertain) = (candidates.FirstOrDefault(o => Blocks(pair, o) && IsCertain(pair, o)), true);
            if (opposite is null)
                (opposite, isCertain) = (candidates.FirstOrDefault(o => Blocks(pair, o)), false);
            if (opposite is null || !reported.Add(new(place, pair.First.Directory)))
                continue;
            yield return At(place, Message(pair, opposite), [pair.Then, opposite.Then]) with
            {
                Severity = isCertain ? Severity.Error : Severity.Warning,
                Confidence = isCertain ? Confidence.High : Confidence.Low,
                Advice = "Mount the same caches on the same targets in every RUN: then all take them in one order.",
            };
        }

        bool IsCertain(LockPair pair, LockPair other) => facts.Plan.Targets == TargetConcurrency.Named || pair.First.Step.IsBuiltWith(other.First.Step);
    }

    private static bool Blocks(LockPair pair, LockPair other) =>
        pair.Then.Sharing == CacheSharing.Locked && other.Then.Sharing == CacheSharing.Locked && pair.First.Step.IsConcurrentWith(other.First.Step);

    // The targets decide the order; a second mount of a cache is served by the first.
    private static List<CacheUse> LockOrder(Step step, ProjectFacts facts) =>
    [
        .. facts.UsesOf[step].Where(u => u.Sharing != CacheSharing.Private)
            .OrderBy(u => u.Mount.MountPath, StringComparer.Ordinal).DistinctBy(u => u.Directory),
    ];

    private static IEnumerable<LockPair> PairsOf(List<CacheUse> order)
    {
        for (var i = 0; i < order.Count; i++)
            for (var j = i + 1; j < order.Count; j++)
                if (order[i].Sharing == CacheSharing.Locked || order[j].Sharing == CacheSharing.Locked)
                    yield return new(order[i], order[j]);
    }

    private static string Message(LockPair pair, LockPair opposite) =>
        $"this RUN holds {pair.First.Mount.Id} while it waits for {pair.Then.Mount.Id}, and the RUN at {Names.Place(opposite.Then.Mount)} " +
        $"holds {opposite.First.Mount.Id} while it waits for {opposite.Then.Mount.Id}: together they wait for ever";

    // What a RUN holds, and what it takes then.
    private sealed record LockPair(CacheUse First, CacheUse Then)
    {
        public DirectoryPair Directories { get; } = new(First.Directory, Then.Directory);
    }

    private sealed record DirectoryPair(EngineDirectory First, EngineDirectory Then)
    {
        public DirectoryPair Opposite => new(Then, First);
    }

    // One finding a mount and directory that is held meanwhile.
    private sealed record Blockade(MountPlace Place, EngineDirectory Held);
}
