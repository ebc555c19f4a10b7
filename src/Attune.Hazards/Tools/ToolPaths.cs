namespace Attune.Hazards.Tools;

/// <summary>Compares mount paths with the paths that tools use.</summary>
internal static class ToolPaths
{
    /// <summary>Whether a path is what a pattern (<c>/x</c>, <c>~/x</c>, <c>**/x</c>) describes.</summary>
    public static bool IsMatch(string path, string pattern) => pattern[0] == '/'
        ? path == pattern
        : path.AsSpan().EndsWith(pattern.AsSpan(pattern[0] == '~' ? 1 : 2), StringComparison.Ordinal);

    /// <summary>Whether a pattern's directory lies inside a mounted path, such as <c>~/.cache/pip</c> in <c>/root/.cache</c>.</summary>
    public static bool IsInside(string path, string pattern)
    {
        if (pattern[0] == '/')
            return IsBelow(pattern, path);
        if (pattern[0] != '~')
            return false;
        // ~/.cache/pip is inside every path that ends with /.cache, and inside a home directory itself.
        for (var end = pattern.LastIndexOf('/'); end > 1; end = pattern.LastIndexOf('/', end - 1))
            if (path.AsSpan().EndsWith(pattern.AsSpan(1, end - 1), StringComparison.Ordinal))
                return true;
        return path == "/root" || (path.StartsWith("/home/", StringComparison.Ordinal) && path.LastIndexOf('/') == "/home".Length);
    }

    /// <summary>Whether a path is another one or lies below it.</summary>
    public static bool IsBelow(string path, string parent) => path == parent || path.StartsWith(parent.TrimEnd('/') + "/", StringComparison.Ordinal);
}
