using System.Formats.Tar;

namespace Attune.Archives.Tests.Tar;

/// <summary>A tar as GNU's writes it: the directory itself first, entries by name.</summary>
internal static class SampleTar
{
    /// <summary>One file for each size; the name tells the place, the content the size.</summary>
    public static byte[] Of(TarEntryFormat format, params IEnumerable<(string Name, int Size)> files)
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, format, leaveOpen: true))
        {
            writer.WriteEntry(Entry(format, TarEntryType.Directory, "./"));
            foreach (var (name, size) in files)
            {
                var entry = Entry(format, TarEntryType.RegularFile, "./" + name);
                entry.DataStream = new MemoryStream(Content(name, size));
                writer.WriteEntry(entry);
            }
        }

        return tar.ToArray();
    }

    private static byte[] Content(string name, int size)
    {
        var content = new byte[size];
#pragma warning disable CA5394 // Random is an insecure random number generator: the same each time is what is wanted.
        new Random(name.Length + size).NextBytes(content);
#pragma warning restore CA5394
        return content;
    }

    private static TarEntry Entry(TarEntryFormat format, TarEntryType type, string name)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.Pax => new PaxTarEntry(type, name, new Dictionary<string, string> { ["mtime"] = "1.5" }),
            TarEntryFormat.Gnu => new GnuTarEntry(type, name),
            _ => new UstarTarEntry(type, name),
        };
        (entry.Uid, entry.Gid, entry.Mode, entry.ModificationTime) = (1000, 100, UnixFileMode.UserRead | UnixFileMode.UserExecute, DateTimeOffset.UnixEpoch);
        return entry;
    }
}
