using System.Collections.Immutable;

namespace Attune.Compose.Loading;

/// <summary>Paths as they stand in a compose file.</summary>
internal static class LocalPaths
{
    private static readonly ImmutableArray<string> _remotePrefixes = ["https://", "http://", "git://", "ssh://", "github.com/", "git@"];

    /// <summary>A written path as an absolute one; <c>~</c> is the home directory.</summary>
    public static string Absolute(ComposeScalar written, string directory, IReadOnlyDictionary<string, string> environment)
    {
        var path = written.Text;
        if (path.Contains('\0', StringComparison.Ordinal))
            throw written.Origin.Fault("A path can't hold a NUL character");
        var home = environment.GetValueOrDefault("HOME") ?? environment.GetValueOrDefault("USERPROFILE");
        if (path.StartsWith('~') && home is not null && Path.IsPathFullyQualified(home))
            path = Path.Join(home, path[1..]);
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, directory));
    }

    /// <summary>A path as the user would write it: relative to where they are, if it is below.</summary>
    public static string Shown(string path, string currentDirectory)
    {
        var relative = Path.GetRelativePath(currentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>Whether a context is a URL, a Git reference or something that a builder resolves, rather than a directory here.</summary>
    public static bool IsRemote(string context) =>
        context.Contains("://", StringComparison.Ordinal) || IsKnownRemote(context);

    /// <summary>Whether a context is one that BuildKit fetches by itself.</summary>
    public static bool IsKnownRemote(string context) =>
        _remotePrefixes.Any(prefix => context.StartsWith(prefix, StringComparison.Ordinal));
}
