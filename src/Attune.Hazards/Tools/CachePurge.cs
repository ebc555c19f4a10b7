using System.Text.RegularExpressions;

namespace Attune.Hazards.Tools;

/// <summary>
/// Finds out whether a command empties a mounted directory. A cache mount is no part of the image, so that makes nothing smaller, and
/// whoever reads there at the time fails (https://github.com/awkoy/notion-mcp-server/pull/9).
/// </summary>
internal static partial class CachePurge
{
    /// <summary>The words that empty it, or null.</summary>
    public static string? Of(string command, string path, ToolUse use) =>
        use.Tool?.Purges.FirstOrDefault(p => command.Contains(p, StringComparison.Ordinal)) ?? (Removes(command, path) ? "rm -rf" : null);

    private static bool Removes(string command, string path) => Removal().Matches(command).Any(m => m.Groups["path"].Captures.Any(c => IsWhole(c.Value, path)));

    // ~ and $HOME are some home directory.
    private static bool IsWhole(string removed, string path)
    {
        var place = removed.EndsWith("/*", StringComparison.Ordinal) ? removed[..^2] : removed;
        var home = place.StartsWith('~') ? place[1..] : place.StartsWith("$HOME", StringComparison.Ordinal) ? place[5..] : null;
        return home is null ? place.Length > 1 && ToolPaths.IsBelow(path, place) : home.Length > 1 && $"{path}/".Contains(home + "/", StringComparison.Ordinal);
    }

    [GeneratedRegex("""\brm\s+(-\w+\s+)*-\w*[rR]\w*\s+(-\w+\s+)*(["']?(?<path>[/~$][^\s"'&|;]*)["']?\s*|[^\s&|;/~$][^\s&|;]*\s*)+""")]
    private static partial Regex Removal();
}
