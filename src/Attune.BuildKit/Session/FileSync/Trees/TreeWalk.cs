using Attune.BuildKit.Session.FileSync.Patterns;

namespace Attune.BuildKit.Session.FileSync.Trees;

/// <summary>
/// Lists a tree in fsutil's order: siblings by <see cref="Utf8Order"/>, a directory's content straight after it. A directory that a filter
/// leaves out is listed all the same, as late as possible, when something in it is not.
/// </summary>
internal static class TreeWalk
{
    public static IEnumerable<FileEntry> List(IFileTree tree, PathFilter filter)
    {
        var stack = new List<Level> { new(default, tree.List(""), default) { IsListed = true } };
        while (stack.Count > 0)
        {
            var level = stack[^1];
            if (level.Next == level.Entries.Count)
            {
                stack.RemoveAt(stack.Count - 1);
                continue;
            }

            var entry = level.Entries[level.Next++];
            var verdict = filter.Judge(entry, level.Matches, out var matches);
            if (verdict == Verdict.Keep)
            {
                foreach (var pending in stack.Where(l => !l.IsListed))
                {
                    pending.IsListed = true;
                    yield return pending.Directory;
                }

                yield return entry;
            }

            if (entry.IsDirectory && verdict != Verdict.Prune)
                stack.Add(new(entry, Content(tree, entry, verdict), matches) { IsListed = verdict == Verdict.Keep });
        }
    }

    private static IReadOnlyList<FileEntry> Content(IFileTree tree, FileEntry directory, Verdict verdict)
    {
        try
        {
            return tree.List(directory.Path);
        }
        catch (SyncException e) when (verdict == Verdict.Descend && e.InnerException is UnauthorizedAccessException)
        {
            // What is excluded may be unreadable.
            return [];
        }
    }

    private sealed class Level(FileEntry directory, IReadOnlyList<FileEntry> entries, FilterMatches matches)
    {
        public FileEntry Directory { get; } = directory;

        public IReadOnlyList<FileEntry> Entries { get; } = entries;

        public FilterMatches Matches { get; } = matches;

        public int Next { get; set; }

        public bool IsListed { get; set; }
    }
}
