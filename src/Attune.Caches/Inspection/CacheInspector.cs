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
    private readonly CacheEntrance _entrance = new(plan, visitor);

    /// <summary>Looks into a cache that the engine has.</summary>
    /// <exception cref="UserErrorException">No step can look into it.</exception>
    public Task<CacheContents> InspectAsync(ProjectCache cache, CancellationToken cancellationToken) => _entrance.EnterAsync(
        cache,
        door => door.Visit(ScriptOf(door).Text()) with { Sharing = cache.VisitSharing, Access = MountAccess.ReadOnly },
        (door, output) => ScriptOf(door).Read(output),
        cancellationToken);

    /// <summary>Finds what tools began in a cache and never finished, and removes it if asked to.</summary>
    /// <exception cref="UserErrorException">No step gets into it.</exception>
    public Task<CacheContents> SweepAsync(ProjectCache cache, SweepMode mode, CancellationToken cancellationToken) => _entrance.EnterAsync(
        cache,
        door => mode == SweepMode.Remove
            // Locked: whoever writes there now isn't finished yet.
            ? door.Visit(ScriptOf(door).SweepText(mode)) with { Sharing = CacheSharing.Locked }
            : door.Visit(ScriptOf(door).SweepText(mode)) with { Sharing = cache.VisitSharing, Access = MountAccess.ReadOnly },
        (door, output) => ScriptOf(door).Read(output),
        cancellationToken);

    private static InspectionScript ScriptOf(CacheDoor door) => new(door.Cache, CacheSweep.Of(door.Mount, door.Cache.Tools));
}
