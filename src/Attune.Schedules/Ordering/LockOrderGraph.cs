using Attune.Dockerfiles.Mounts;
using Attune.Schedules.Contention;

namespace Attune.Schedules.Ordering;

/// <summary>
/// Which caches steps hold while they wait for which others. The engine takes a step's mounts one after the other, so steps that take them in
/// opposite order wait for each other for ever; no circle in this graph means that this can't happen.
/// </summary>
internal sealed class LockOrderGraph
{
    private readonly Dictionary<CacheIdentity, HashSet<CacheIdentity>> _next = [];

    public LockOrderGraph(IEnumerable<ServiceSteps> services)
    {
        foreach (var claims in services.SelectMany(s => s.Steps).Select(s => s.Claims).Where(c => c.Length > 1))
            for (var i = 0; i < claims.Length; i++)
                foreach (var later in claims[(i + 1)..].Where(c => c.Sharing == CacheSharing.Locked))
                    (_next.TryGetValue(claims[i].Cache, out var known) ? known : _next[claims[i].Cache] = []).Add(later.Cache);
    }

    public bool HasCircle()
    {
        var done = new HashSet<CacheIdentity>();
        var open = new HashSet<CacheIdentity>();
        return _next.Keys.Any(Visit);

        bool Visit(CacheIdentity cache)
        {
            if (!open.Add(cache))
                return true;
            var found = !done.Contains(cache) && _next.TryGetValue(cache, out var next) && next.Any(Visit);
            open.Remove(cache);
            done.Add(cache);
            return found;
        }
    }
}
