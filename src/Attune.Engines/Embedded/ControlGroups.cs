namespace Attune.Engines.Embedded;

/// <summary>The control groups that an engine made for its containers: cgroups(7).</summary>
internal static class ControlGroups
{
    /// <summary>Removes those of an engine whose processes are gone.</summary>
    /// <param name="root">Where control groups are mounted: <c>/sys/fs/cgroup</c>.</param>
    /// <param name="parent">The engine's group, such as <c>/attune-0123456789ab</c>.</param>
    public static void Remove(string root, string parent)
    {
        if (!Directory.Exists(root))
            return;
        // Version 2 has one hierarchy, at the root; version 1 has one below it for each controller.
        foreach (var hierarchy in Directory.EnumerateDirectories(root).Prepend(root).ToArray())
            RemoveTree(hierarchy + parent);
    }

    // A group's directory can be removed with the files in it, but not with the groups in it.
    private static void RemoveTree(string directory)
    {
        if (!Directory.Exists(directory))
            return;
        foreach (var child in Directory.EnumerateDirectories(directory).ToArray())
            RemoveTree(child);
        try
        {
            Directory.Delete(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty group costs nothing; whoever holds it keeps it.
        }
    }
}
