using System.Collections.Immutable;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;

namespace Attune.RaceLab.Trials;

/// <summary>
/// The caches of one trial: empty, in a namespace of their own, and gone after it. They are made before the builds, by a step whose text names
/// the trial: an engine describes a cache by the step that made it, and 20.10 describes it by nothing else.
/// </summary>
internal sealed class ColdCaches(BuildEngine engine, string mark)
{
    public async Task MakeAsync(BuildPlan plan, string image, CancellationToken cancellationToken)
    {
        var visitor = new CacheVisitor(engine);
        List<CacheMount> rest = [.. plan.Services.SelectMany(s => s.CacheMounts).Where(CacheVisit.CanMount).DistinctBy(m => (m.EngineId, m.Uid, m.Gid, m.Mode))];
        while (rest.Count > 0)
        {
            ImmutableArray<CacheMount> together = [.. rest.DistinctBy(m => m.MountPath)];
            rest.RemoveAll(together.Contains);
            var visit = new CacheVisit(image, together, "true") { Expansion = plan.Services[0].Inputs.MountExpansion };
            await visitor.RunAsync(visit, mark, cancellationToken);
        }
    }

    public Task RemoveAsync(CancellationToken cancellationToken) => new MarkedRecords(engine.Client, mark).RemoveAsync(cancellationToken);
}
