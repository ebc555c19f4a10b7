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

/// <summary>Files in memory, all in the root; for <c>dockerfile_inline</c>.</summary>
/// <param name="Files">Contents by file name.</param>
public sealed record VirtualDirectory(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files) : SessionDirectory;
