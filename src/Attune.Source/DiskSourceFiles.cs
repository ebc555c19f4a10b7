using System.Text;

namespace Attune.Source;

/// <summary>Source files on the local disk.</summary>
public sealed class DiskSourceFiles : ISourceFiles
{
    // A Dockerfile or compose file of this size is a mistake (a binary, a log); BuildKit refuses Dockerfiles long before.
    private const long MaxBytes = 16 * 1024 * 1024;

    private static readonly EnumerationOptions _everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public bool FileExists(string path) => File.Exists(path);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => Directory.Exists(path);

    /// <inheritdoc/>
    public IEnumerable<DirectoryItem> List(string directory) => Directory.Exists(directory)
        ? new DirectoryInfo(directory).EnumerateFileSystemInfos("*", _everything).Select(i => new DirectoryItem(i.Name, KindOf(i)))
        : [];

    /// <inheritdoc/>
    public string ReadText(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (info.Exists && info.Length > MaxBytes)
                throw new UserErrorException($"{path} has {info.Length / (1024 * 1024)} MiB; a source file may have {MaxBytes / (1024 * 1024)}", "Is this the right file?");
            var bytes = File.ReadAllBytes(path);
            var text = _strictUtf8.GetString(bytes);
            if (text.Contains('\0', StringComparison.Ordinal))
                throw new UserErrorException($"{path} is not a text file: it holds a NUL character", "Is this the right file?");
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (Exception e) when (e is DecoderFallbackException)
        {
            throw new UserErrorException($"{path} is not a text file: it is not valid UTF-8", "Save it as UTF-8.", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"Can't read {path}: {e.Message}", inner: e);
        }
    }

    private static DirectoryItemKind KindOf(FileSystemInfo item) => item switch
    {
        { LinkTarget: not null } => DirectoryItemKind.Link,
        DirectoryInfo => DirectoryItemKind.Directory,
        _ => DirectoryItemKind.File,
    };
}
