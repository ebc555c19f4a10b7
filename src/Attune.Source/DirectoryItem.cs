namespace Attune.Source;

/// <summary>What a directory holds under a name.</summary>
/// <param name="Name">The name, without the directory.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct DirectoryItem(string Name, DirectoryItemKind Kind);

/// <summary>What an item of a directory is.</summary>
public enum DirectoryItemKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A link to a file or directory, wherever that is.</summary>
    Link,
}
