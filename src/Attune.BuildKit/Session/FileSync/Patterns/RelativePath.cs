namespace Attune.BuildKit.Session.FileSync.Patterns;

/// <summary>Paths as fsutil knows them: relative, with <c>/</c>.</summary>
internal static class RelativePath
{
    /// <summary>Resolves <c>.</c>, <c>..</c> and doubled slashes; what would leave the root stays in it. The root is empty.</summary>
    public static string Clean(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    public static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
