using System.IO.Enumeration;

namespace Attune.BuildKit.Session.FileSync.Trees;

/// <summary>A directory of this machine.</summary>
/// <param name="root">Its absolute path.</param>
/// <param name="warn">Told of what can't be sent and is left out.</param>
internal sealed class LocalTree(string root, Action<string> warn) : IFileTree
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    public IReadOnlyList<FileEntry> List(string directory)
    {
        var names = Names(directory);
        names.Sort(Utf8Order.Instance);
        var entries = new List<FileEntry>(names.Count);
        foreach (var name in names)
        {
            if (Find(directory.Length == 0 ? name : directory + "/" + name) is { } entry && IsSendable(entry))
                entries.Add(entry);
        }

        return entries;
    }

    public FileEntry? Find(string path)
    {
        var full = Full(path);
        try
        {
            var entry = OperatingSystem.IsLinux() ? LinuxStat.Find(full, path) : PortableStat.Find(full, path);
            if (entry is null && path.Contains('\uFFFD', StringComparison.Ordinal))
                throw new SyncException($"the name of '{path}' is not valid UTF-8; rename the file or exclude it in .dockerignore");
            return entry is { IsLink: true } link ? link with { LinkTarget = TargetOf(full) } : entry;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SyncException($"cannot look at '{path}': {e.Message}", e);
        }
    }

    public Stream? Open(string path)
    {
        try
        {
            return new FileStream(Full(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            warn($"'{path}' vanished while it was sent");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SyncException($"cannot read '{path}': {Reason(e)}", e);
        }
    }

    private List<string> Names(string directory)
    {
        try
        {
            return [.. new FileSystemEnumerable<string>(Full(directory), (ref e) => e.FileName.ToString(), Everything)];
        }
        catch (DirectoryNotFoundException) when (directory.Length > 0)
        {
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SyncException($"cannot list '{(directory.Length == 0 ? root : directory)}': {Reason(e)}", e);
        }
    }

    private bool IsSendable(FileEntry entry)
    {
        if ((entry.Mode & (GoFileMode.Socket | GoFileMode.Device)) == 0)
            return true;
        warn($"'{entry.Path}' is a socket or a device and is left out");
        return false;
    }

    private static string TargetOf(string link)
    {
        var target = new FileInfo(link).LinkTarget ?? "";
        return OperatingSystem.IsWindows() ? target.Replace('\\', '/') : target;
    }

    private string Full(string path) => path.Length == 0 ? root : root + "/" + path;

    /// <summary>.NET's own message repeats the full path.</summary>
    private static string Reason(Exception e) => e switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException => "no such directory",
        _ => e.Message,
    };
}
