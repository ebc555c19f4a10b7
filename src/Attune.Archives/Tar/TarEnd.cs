using System.Formats.Tar;

namespace Attune.Archives.Tar;

/// <summary>The end of a tar that is sent: a last file that says it came whole, and the end-of-archive blocks.</summary>
internal static class TarEnd
{
    public static ReadOnlyMemory<byte> With(string mark)
    {
        var end = new MemoryStream();
        using (var writer = new TarWriter(end, TarEntryFormat.Ustar, leaveOpen: true))
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "./" + mark) { ModificationTime = DateTimeOffset.UnixEpoch });
        return end.ToArray();
    }
}
