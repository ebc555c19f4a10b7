namespace Attune.BuildKit.Session.FileSync.Trees;

/// <summary>What .NET itself knows of a file; for systems without statx.</summary>
internal static class PortableStat
{
    /// <summary>What Docker's clients give files from Windows, which has no such bits.</summary>
    private const uint WindowsPermissions = 0x1ED;

    public static FileEntry? Find(string path, string name)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (!info.Exists && info.LinkTarget is null)
            return null;
        var permissions = OperatingSystem.IsWindows() ? WindowsPermissions : GoFileMode.FromUnix((uint)info.UnixFileMode);
        var (type, size) = info switch
        {
            { LinkTarget: { } target } => (GoFileMode.SymbolicLink, target.Length),
            DirectoryInfo => (GoFileMode.Directory, 0L),
            _ => (0u, ((FileInfo)info).Length),
        };
        return new FileEntry(name, type | permissions, size, (info.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick);
    }
}
