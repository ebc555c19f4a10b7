namespace Attune.BuildKit.Session;

/// <summary>A directory that a session offers.</summary>
public abstract record SessionDirectory
{
    private protected SessionDirectory()
    {
    }
}

/// <summary>A directory of this machine.</summary>
/// <param name="Path">Its absolute path.</param>
public sealed record LocalDirectory(string Path) : SessionDirectory;

/// <summary>Files in memory, all in the root.</summary>
/// <param name="Files">Contents by file name.</param>
public sealed record VirtualDirectory(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files) : SessionDirectory
{
    /// <summary>The names of those that can be executed.</summary>
    public IReadOnlySet<string> Programs { get; init; } = new HashSet<string>();
}
