using System.Runtime.InteropServices;

namespace Attune.BuildKit.Session.FileSync.Trees;

/// <summary>
/// statx(2): .NET shows FIFOs, sockets and devices as regular files, and opening a FIFO blocks for ever. statx has one layout for all
/// architectures and gives nanoseconds.
/// </summary>
internal static partial class LinuxStat
{
    private const int CurrentDirectory = -100;
    private const int DoNotFollow = 0x100;
    private const uint BasicStats = 0x7FF;
    private const int NoSuchFile = 2;
    private const int NotADirectory = 20;

    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="IOException">It can't be looked at.</exception>
    public static FileEntry? Find(string path, string name)
    {
        if (StatX(CurrentDirectory, path, DoNotFollow, BasicStats, out var stat) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            return error is NoSuchFile or NotADirectory ? null : throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }

        var mode = GoFileMode.FromUnix(stat.Mode);
        var isDirectory = (mode & GoFileMode.Directory) != 0;
        return new FileEntry(name, mode, isDirectory ? 0 : (long)stat.Size, (stat.ModifiedSeconds * 1_000_000_000) + stat.ModifiedNanoseconds);
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int directory, string path, int flags, uint mask, out StatBuffer buffer);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatBuffer
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;
    }
}
