using System.Collections.Immutable;
using Attune.Builds.Caching;
using Attune.Dockerfiles.Mounts;
using Attune.Recovery.Diagnosis;
using Attune.Recovery.Signatures;

namespace Attune.Recovery.Sweeping;

/// <summary>Looks through a cache for what a tool began and never finished, as shell text for a <see cref="CacheVisit"/>.</summary>
/// <param name="Mount">The cache, at the place where the shell finds it.</param>
/// <param name="Tools">The tools that keep it, as far as their incomplete entries can be told.</param>
public sealed record CacheSweep(CacheMount Mount, ImmutableArray<string> Tools)
{
    private const string Found = "removed ";

    // The scripts say what they remove; without the means to remove they only say it.
    private const string OnlyLook = "rm() { :; }\nchmod() { :; }";

    /// <summary>The sweep of a cache.</summary>
    /// <param name="mount">The cache.</param>
    /// <param name="tools">What is known of its tools, such as <c>cargo's registry</c>; where nothing is, its place tells.</param>
    public static CacheSweep Of(CacheMount mount, IEnumerable<string> tools)
    {
        var words = tools.ToList();
        return new(mount, [.. SignatureCatalog.Tools.Where(t => t.Sweep.Length > 0 && IsKeptBy(t)).Select(t => t.Tool)]);

        // What cargo left half-compiled in a target directory it compiles again.
        bool IsKeptBy(ToolSignatures tool) => words.Count > 0
            ? words.Exists(w => w.StartsWith(tool.Tool + "'s ", StringComparison.OrdinalIgnoreCase) && w != "cargo's target directory")
            : tool.Places.Any(place => mount.MountPath.EndsWith(place, StringComparison.Ordinal));
    }

    /// <summary>Shell text that finds, and removes if it is to, what is incomplete.</summary>
    public string Script(SweepMode mode)
    {
        var sweeps = SignatureCatalog.Tools.Where(t => Tools.Contains(t.Tool)).Select(t => t.Sweep);
        return string.Join('\n', [.. Place(Mount, "", ""), .. mode == SweepMode.Look ? [OnlyLook] : Array.Empty<string>(), .. sweeps]);
    }

    /// <summary>The entries that a script found.</summary>
    public static ImmutableArray<string> Read(string output) =>
        [.. output.Split('\n').Where(l => l.StartsWith(Found, StringComparison.Ordinal)).Select(l => l[Found.Length..].Trim())];

    internal static string Script(CacheDiagnosis found) => string.Join('\n', [.. Place(found.Mount, found.Path, found.Item), found.Tool.Cleanup]);

    private static string[] Place(CacheMount mount, string path, string item) =>
        [$"cache={ShellLine.Quote(mount.MountPath)}", $"path={ShellLine.Quote(path)}", $"item={ShellLine.Quote(item)}"];
}

/// <summary>Whether a sweep changes a cache.</summary>
public enum SweepMode
{
    /// <summary>It says what is incomplete.</summary>
    Look,

    /// <summary>It removes that.</summary>
    Remove,
}
