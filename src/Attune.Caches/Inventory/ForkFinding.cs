using System.Collections.Immutable;
using Attune.Caches.Mounts;
using Attune.Dockerfiles.Mounts;

namespace Attune.Caches.Inventory;

/// <summary>A cache id with several records: builds get any one of them that is free.</summary>
/// <param name="EngineId">The id.</param>
/// <param name="Records">Its records.</param>
/// <param name="Reason">Why there are several.</param>
public sealed record ForkFinding(string EngineId, ImmutableArray<KeptCache> Records, string Reason)
{
    internal static ImmutableArray<ForkFinding> Of(CacheInventory inventory) =>
    [
        .. from kept in inventory.Caches
           where kept.Ownership != CacheOwnership.Other
           let id = kept.Cache?.EngineId ?? kept.Candidates.FirstOrDefault()?.EngineId ?? kept.Name.Id
           where id is not null
           group kept by id into records
           where records.Count() > 1
           select new ForkFinding(records.Key, [.. records], ReasonOf([.. inventory.ProjectCaches.Where(c => c.EngineId == records.Key)])),
    ];

    private static string ReasonOf(ImmutableArray<ProjectCache> caches)
    {
        if (caches is [])
            return "the project mounts it no more";
        if (caches.Length > 1)
            return "uid, gid, mode or from differ: " + string.Join("; ", caches.Select(c => $"{c.Fork} in {string.Join(", ", c.Services)}"));
        var cache = caches[0];
        if (cache.Sharing.Length > 1)
            return "mixed sharing: " + string.Join("; ", cache.Sharing.Select(s => $"{Word(s)} in {string.Join(", ", Users(cache, s))}"));
        return cache.Sharing[0] == CacheSharing.Private
            ? "private: steps at the same time get one each"
            : $"all mounts are {Word(cache.Sharing[0])} now; a step with another sharing mode, or a build with BuildKit's no-cache, has split it";
    }

    private static IEnumerable<string> Users(ProjectCache cache, CacheSharing sharing) =>
        cache.Mounts.Where(m => m.Mount.Sharing == sharing).Select(m => m.Service).Distinct(StringComparer.Ordinal);

    private static string Word(CacheSharing sharing) => sharing.ToString().ToLowerInvariant();
}
