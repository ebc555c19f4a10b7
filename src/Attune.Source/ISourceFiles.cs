namespace Attune.Source;

/// <summary>The files that parsers read: handed in, so that a test needs no disk and a caller can limit what is read.</summary>
public interface ISourceFiles
{
    /// <summary>Whether a file (not a directory) exists.</summary>
    bool FileExists(string path);

    /// <summary>Whether a directory exists.</summary>
    bool DirectoryExists(string path);

    /// <summary>What a directory holds, in any order; nothing when it is missing or can't be read.</summary>
    IEnumerable<DirectoryItem> List(string directory);

    /// <summary>Reads a whole UTF-8 file (a byte order mark is dropped).</summary>
    /// <exception cref="UserErrorException">The file is missing, unreadable, too large or binary.</exception>
    string ReadText(string path);
}
