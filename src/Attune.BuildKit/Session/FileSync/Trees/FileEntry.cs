namespace Attune.BuildKit.Session.FileSync.Trees;

/// <summary>A file, directory or link of a tree.</summary>
/// <param name="Path">Relative to the tree's root, with <c>/</c>.</param>
/// <param name="Mode">A <see cref="GoFileMode"/>.</param>
/// <param name="Size">In bytes; 0 for a directory.</param>
/// <param name="ModifiedNanoseconds">Since 1970, UTC.</param>
/// <param name="LinkTarget">What a symbolic link holds; otherwise empty.</param>
internal readonly record struct FileEntry(string Path, uint Mode, long Size, long ModifiedNanoseconds, string LinkTarget = "")
{
    public bool IsDirectory => (Mode & GoFileMode.Directory) != 0;

    public bool IsLink => (Mode & GoFileMode.SymbolicLink) != 0;

    public bool IsRegular => GoFileMode.IsRegular(Mode);
}
