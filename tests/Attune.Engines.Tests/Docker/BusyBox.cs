using System.Formats.Tar;

namespace Attune.Engines.Tests.Docker;

/// <summary>A root directory of one static program, in a tar: the only image that needs no registry.</summary>
internal static class BusyBox
{
    private const string Program = "/bin/busybox";

    private static readonly string[] _applets = ["sh", "echo", "cat", "sleep", "true", "false", "test", "touch"];

    /// <summary>Why there is none on this machine, or null.</summary>
    public static string? WhyMissing => File.Exists(Program) ? null : "busybox-static is not installed";

    public static MemoryStream Tar()
    {
        var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "bin/") { Mode = (UnixFileMode)0b111_101_101 });
            tar.WriteEntry(Program, "bin/busybox");
            foreach (var applet in _applets)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "bin/" + applet) { LinkName = "busybox" });
        }

        stream.Position = 0;
        return stream;
    }
}
