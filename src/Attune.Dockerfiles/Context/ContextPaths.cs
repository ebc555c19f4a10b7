using System.Collections.Immutable;

namespace Attune.Dockerfiles.Context;

/// <summary>
/// What the frontend asks the client for when it needs the main context; the engine keeps one stored context per shared key and
/// these paths, so builds that differ here evict each other unless their keys differ too.
/// </summary>
/// <param name="Extent">Whether all of the context is asked for.</param>
/// <param name="Paths">The paths (BuildKit: followpaths), cleaned, relative, sorted; empty unless only some are asked for.</param>
public sealed record ContextPaths(ContextExtent Extent, ImmutableArray<string> Paths)
{
    /// <summary>Equal for builds that ask for the same: the extent and the sorted paths, one a line.</summary>
    public string Key => string.Join('\n', Paths.Prepend(Extent.ToString()));

    /// <summary>Cleans and sorts as the frontend does.</summary>
    internal static ContextPaths From(IEnumerable<string> requested, bool isRead)
    {
        if (!isRead)
            return new(ContextExtent.None, []);
        var rooted = requested.Select(path => PosixPath.Join("/", path)).Distinct(StringComparer.Ordinal).ToList();
        return rooted.Contains("/")
            ? new(ContextExtent.All, [])
            : new(ContextExtent.Some, [.. rooted.Select(path => path[1..]).Order(StringComparer.Ordinal)]);
    }
}

/// <summary>How much of the main context a build asks for.</summary>
public enum ContextExtent
{
    /// <summary>Nothing reads it.</summary>
    None,

    /// <summary>Some paths.</summary>
    Some,

    /// <summary>All of it.</summary>
    All,
}
