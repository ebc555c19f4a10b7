namespace Attune.Dockerfiles;

/// <summary>Paths as Go's package <c>path</c> treats them, whatever this machine runs.</summary>
public static class PosixPath
{
    /// <summary>The shortest name of the same path; <c>.</c> for an empty one.</summary>
    public static string Clean(string path)
    {
        var rooted = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (!rooted)
                parts.Add(part);
        }

        var joined = string.Join('/', parts);
        return rooted ? "/" + joined : joined.Length == 0 ? "." : joined;
    }

    /// <summary>The parts, empty ones left out, joined and cleaned; empty when all are.</summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var present = new List<string>();
        foreach (var part in parts)
            if (part.Length > 0)
                present.Add(part);
        return present.Count == 0 ? "" : Clean(string.Join('/', present));
    }
}
