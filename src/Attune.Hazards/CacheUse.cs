using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;

namespace Attune.Hazards;

/// <summary>A cache of a project, with everybody who mounts it.</summary>
/// <param name="EngineId">The id that the engine knows it by.</param>
/// <param name="Mounts">Each mount with the service whose build has it.</param>
internal sealed record CacheUse(string EngineId, ImmutableArray<(string Service, CacheMount Mount)> Mounts)
{
    /// <summary>The services that write to it, in compose order.</summary>
    public ImmutableArray<string> Writers { get; } = [.. Mounts.Where(m => m.Mount.Access == MountAccess.ReadWrite).Select(m => m.Service).Distinct()];

    public static IEnumerable<CacheUse> Of(BuildPlan plan) =>
        from service in plan.Services
        from mount in service.CacheMounts
        group (service.Name, mount) by mount.EngineId into cache
        select new CacheUse(cache.Key, [.. cache]);
}
