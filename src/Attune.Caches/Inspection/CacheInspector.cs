using Attune.BuildKit;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;
using Attune.Recovery.Sweeping;
using Attune.Source;

namespace Attune.Caches.Inspection;

/// <summary>
/// Looks into caches by a step that mounts them as the project does: with the same id, owner, mode, base and sharing, but read-only, and that
/// leaves nothing behind.
/// </summary>
/// <param name="plan">The project's builds, whose base images bring the shell.</param>
/// <param name="visitor">Gets into the caches.</param>
public sealed class CacheInspector(BuildPlan plan, CacheVisitor visitor)
{
    /// <summary>Looks into a cache that the engine has.</summary>
    /// <exception cref="UserErrorException">No step can look into it.</exception>
    public async Task<CacheContents> InspectAsync(ProjectCache cache, CancellationToken cancellationToken)
    {
        Exception? last = null;
        foreach (var door in CacheDoor.Of(plan, cache))
        {
            var script = new InspectionScript(cache, CacheSweep.Of(door.Mount, cache.Tools));
            var visit = door.Visit(script.Text()) with { Sharing = cache.VisitSharing, Access = MountAccess.ReadOnly };
            try
            {
                return script.Read(await visitor.RunAsync(visit, cancellationToken));
            }
            catch (BuildKitException e) when (e.Kind == BuildKitErrorKind.BuildFailed)
            {
                last = e;
            }
        }

        throw CacheDoor.Closed(cache, last);
    }
}
