using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Attune.Dockerfiles.Mounts;

namespace Attune.Builds.Caching;

/// <summary>A step of its own that works inside cache mounts, and leaves nothing else behind.</summary>
/// <param name="Image">An image with a shell.</param>
/// <param name="Mounts">The caches as a Dockerfile mounts them; they are mounted at the same places.</param>
/// <param name="Command">One line for the shell.</param>
public sealed record CacheVisit(string Image, ImmutableArray<CacheMount> Mounts, string Command)
{
    /// <summary>How the engine's frontend treats variables in <c>--mount</c>.</summary>
    public MountExpansion Expansion { get; init; }

    /// <summary>Whether a cache can be visited: one that starts from a stage or shows a part of itself can't, and some names can't be written.</summary>
    public static bool CanMount(CacheMount mount) =>
        mount is { From: null, Source: null } && IsPlain(mount.Id) && IsPlain(mount.MountPath);

    internal string Dockerfile(string mark)
    {
        var text = new StringBuilder("FROM ").Append(Image).Append("\nRUN");
        foreach (var mount in Mounts)
            text.Append(" --mount=").Append(Flag(mount));
        // The mark makes it a step that never ran before.
        return text.Append(" : ").Append(mark).Append("; ").Append(Command).Append('\n').ToString();
    }

    // Locked, whatever the others say: it waits for every user of the cache, and never forks it. See docs/cache-mounts.md.
    private string Flag(CacheMount mount)
    {
        var options = new List<string> { "type=cache", "id=" + Literal(mount.Id), "target=" + Literal(mount.MountPath), "sharing=locked" };
        if (mount.Uid is { } uid)
            options.Add(string.Create(CultureInfo.InvariantCulture, $"uid={uid}"));
        if (mount.Gid is { } gid)
            options.Add(string.Create(CultureInfo.InvariantCulture, $"gid={gid}"));
        if (mount.Mode is { } mode)
            options.Add("mode=0" + Convert.ToString(mode, 8));
        return string.Join(',', options);
    }

    private string Literal(string text) => Expansion == MountExpansion.Expands ? text.Replace("$", "\\$", StringComparison.Ordinal) : text;

    private static bool IsPlain(string text) => text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or '"' or '\'' or '\\');
}
