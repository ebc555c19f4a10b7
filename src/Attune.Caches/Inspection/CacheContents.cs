using System.Collections.Immutable;
using Attune.Caches.Mounts;

namespace Attune.Caches.Inspection;

/// <summary>What lies inside one record of a cache.</summary>
/// <param name="Cache">The cache.</param>
public sealed record CacheContents(ProjectCache Cache)
{
    /// <summary>The record that was looked into; null where the engine's store doesn't show it.</summary>
    public string? Record { get; init; }

    /// <summary>How many records the cache has; a build gets any one that is free.</summary>
    public int Records { get; init; } = 1;

    /// <summary>Bytes of all files, as they take up disk; null when the image has no <c>du</c>.</summary>
    public long? Size => Folders.FirstOrDefault(f => f.Path is "")?.Size;

    /// <summary>How many files there are.</summary>
    public long Files { get; init; }

    /// <summary>Folders, the largest first, those inside others too; the cache itself has an empty path.</summary>
    public ImmutableArray<CacheFolder> Folders { get; init; } = [];

    /// <summary>What is kept, counted.</summary>
    public ImmutableArray<EntryCount> Entries { get; init; } = [];

    /// <summary>The tools whose incomplete entries were looked for.</summary>
    public ImmutableArray<string> Swept { get; init; } = [];

    /// <summary>What a tool began and never finished: paths below the cache.</summary>
    public ImmutableArray<string> Incomplete { get; init; } = [];

    /// <summary>The largest folders without those that hold hardly more than one of the others.</summary>
    /// <param name="count">How many, at most.</param>
    public ImmutableArray<CacheFolder> LargestFolders(int count) =>
        [.. Folders.Where(f => f.Path.Length > 0 && !Folders.Any(inner => inner.IsMostOf(f))).Take(count)];
}

/// <summary>A folder of a cache.</summary>
/// <param name="Path">Below the cache.</param>
/// <param name="Size">Bytes, of all that is in it.</param>
public sealed record CacheFolder(string Path, long Size)
{
    private const double Most = 0.9;

    internal bool IsMostOf(CacheFolder outer) => Path.StartsWith(outer.Path + "/", StringComparison.Ordinal) && Size >= Most * outer.Size;
}

/// <summary>How many entries of a kind a cache holds.</summary>
/// <param name="What">The kind, such as <c>unpacked crates</c>.</param>
/// <param name="Count">How many.</param>
public sealed record EntryCount(string What, long Count);
