using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Caches.Mounts;

/// <summary>Which caches of a project a user means.</summary>
public static class CacheSelection
{
    /// <summary>
    /// The caches that names stand for: an id or a target, else a tool, else a service, else the last part of an id or a target
    /// (<c>registry</c> for <c>/usr/local/cargo/registry</c>). No name stands for all.
    /// </summary>
    /// <param name="caches">The project's caches.</param>
    /// <param name="names">What the user wrote.</param>
    /// <exception cref="UserErrorException">A name stands for no cache.</exception>
    public static ImmutableArray<ProjectCache> Select(ImmutableArray<ProjectCache> caches, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return caches;
        var wanted = names.SelectMany(name => Find(caches, name)).ToHashSet();
        return [.. caches.Where(wanted.Contains)];
    }

    private static List<ProjectCache> Find(ImmutableArray<ProjectCache> caches, string name)
    {
        Func<ProjectCache, bool>[] meanings =
        [
            c => c.Id == name || c.EngineId == name || c.Name == name || c.Targets.Contains(name),
            c => c.Tools.Any(t => IsTool(t, name)),
            c => c.Services.Contains(name),
            c => c.Targets.Append(c.Id).Any(path => path.Split('/')[^1] == name),
        ];
        var found = meanings.Select(m => caches.Where(m).ToList()).FirstOrDefault(f => f.Count > 0);
        return found ?? throw new UserErrorException(
            $"No cache mount of the project has the id, target, tool or service '{name}'",
            $"Cache mounts: {string.Join(", ", caches.Select(c => c.Name))}", FaultKind.Usage);
    }

    /// <summary>Tools are written as <c>cargo's registry</c>.</summary>
    private static bool IsTool(string tool, string name) => tool == name || tool.StartsWith(name + "'s ", StringComparison.OrdinalIgnoreCase);
}
