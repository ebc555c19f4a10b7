using System.Collections.Immutable;

namespace Attune.Compose.Loading;

/// <summary>Paths as they stand in a compose file.</summary>
internal static class LocalPaths
{
    private static readonly ImmutableArray<string> _remotePrefixes = ["https://", "http://", "git://", "ssh://", "github.com/", "git@"];

    public static string Absolute(string path, string directory, IReadOnlyDictionary<string, string> environment)
    {
        var home = environment.GetValueOrDefault("HOME") ?? environment.GetValueOrDefault("USERPROFILE");
        if (path.StartsWith('~') && home is not null && Path.IsPathFullyQualified(home))
            path = Path.Join(home, path[1..]);
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, directory));
    }

    /// <summary>Whether a context is a URL, a Git reference or something that a builder resolves, rather than a directory here.</summary>
    public static bool IsRemote(string context) =>
        context.Contains("://", StringComparison.Ordinal) || IsKnownRemote(context);

    /// <summary>Whether a context is one that BuildKit fetches by itself.</summary>
    public static bool IsKnownRemote(string context) =>
        _remotePrefixes.Any(prefix => context.StartsWith(prefix, StringComparison.Ordinal));
}
