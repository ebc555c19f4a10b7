namespace Attune.BuildKit.Session.FileSync.Trees;

/// <summary>Files that can be synced. Paths are relative, with <c>/</c>; the root is the empty path.</summary>
internal interface IFileTree
{
    /// <summary>What a directory holds, in <see cref="Utf8Order"/> of the names.</summary>
    /// <exception cref="SyncException">It can't be read.</exception>
    IReadOnlyList<FileEntry> List(string directory);

    /// <summary>One entry, links not followed; null when there is none.</summary>
    FileEntry? Find(string path);

    /// <summary>A regular file's content, or null when it has vanished.</summary>
    /// <exception cref="SyncException">It can't be read.</exception>
    Stream? Open(string path);
}
