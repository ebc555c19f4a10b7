using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards;
using Attune.Projects;

namespace Attune.Caches.Mounts;

/// <summary>A cache of the project: what its mounts with one id, and equal options that fork, share on an engine.</summary>
/// <param name="EngineId">The id that the engine knows it by: namespace, slash, id.</param>
/// <param name="Fork">What else selects its directory.</param>
public sealed record ProjectCache(string EngineId, CacheFork Fork)
{
    /// <summary>Every mount of it, in the order of the compose file.</summary>
    public required ImmutableArray<MountEntry> Mounts { get; init; }

    /// <summary>The id as the Dockerfile has it.</summary>
    public string Id => Mounts[0].Mount.Id;

    /// <summary>What <c>BUILDKIT_CACHE_MOUNT_NS</c> says; empty by default.</summary>
    public string Namespace => Mounts[0].Mount.Namespace;

    /// <summary>Where it is mounted, each path once.</summary>
    public ImmutableArray<string> Targets => [.. Mounts.Select(m => m.Mount.MountPath).Distinct(StringComparer.Ordinal)];

    /// <summary>The services that mount it.</summary>
    public ImmutableArray<string> Services => [.. Mounts.Select(m => m.Service).Distinct(StringComparer.Ordinal)];

    /// <summary>What tools keep there, as far as they are recognised.</summary>
    public ImmutableArray<string> Tools => [.. Mounts.Select(m => m.Tool).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>How it is shared; more than one way splits it.</summary>
    public ImmutableArray<CacheSharing> Sharing => [.. Mounts.Select(m => m.Mount.Sharing).Distinct().Order()];

    /// <summary>
    /// How a step mounts it that only looks, so that it neither gets a new cache nor gives one to a build that starts meanwhile. Where all share it,
    /// it must be shared too; else it is locked, and waits.
    /// </summary>
    public CacheSharing VisitSharing => Sharing is [CacheSharing.Shared] ? CacheSharing.Shared : CacheSharing.Locked;

    /// <summary>The id, with what forks it.</summary>
    public string Name => Fork.IsPlain ? Id : $"{Id} ({Fork})";

    /// <summary>The caches of a plan, in the order of their first mount.</summary>
    public static ImmutableArray<ProjectCache> Of(BuildPlan plan) =>
    [
        .. from mount in MountTable.Of(plan)
           group mount by (mount.Mount.EngineId, Fork: CacheFork.Of(mount.Mount)) into cache
           select new ProjectCache(cache.Key.EngineId, cache.Key.Fork) { Mounts = [.. cache] },
    ];

    /// <summary>Two of one id are two, however alike: a plan has each once.</summary>
    public bool Equals(ProjectCache? other) => other is not null && EngineId == other.EngineId && Fork == other.Fork;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EngineId, Fork);
}
