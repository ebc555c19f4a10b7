using Attune.BuildKit;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Projects;
using Attune.Source;

namespace Attune.Caches.Inspection;

/// <summary>Gets into caches by the first image that brings what a step needs.</summary>
internal sealed class CacheEntrance(BuildPlan plan, CacheVisitor visitor)
{
    /// <summary>Runs a step in a cache that the engine has, and gives what it found.</summary>
    /// <exception cref="UserErrorException">No step gets into it.</exception>
    public async Task<T> EnterAsync<T>(ProjectCache cache, Func<CacheDoor, CacheVisit> visit, Func<CacheDoor, string, T> read, CancellationToken cancellationToken)
    {
        Exception? last = null;
        foreach (var door in CacheDoor.Of(plan, cache))
        {
            try
            {
                return read(door, await visitor.RunAsync(visit(door), cancellationToken));
            }
            catch (BuildKitException e) when (e.Kind == BuildKitErrorKind.BuildFailed)
            {
                last = e;
            }
        }

        throw CacheDoor.Closed(cache, last);
    }
}
