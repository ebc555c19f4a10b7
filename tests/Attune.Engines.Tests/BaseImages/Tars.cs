using System.Formats.Tar;
using System.Text;

namespace Attune.Engines.Tests.BaseImages;

/// <summary>Makes and reads small archives.</summary>
internal static class Tars
{
    /// <summary>An archive as dpkg-deb writes them: names start with <c>./</c>, folders end in a slash.</summary>
    public static byte[] Of(params IEnumerable<string> paths)
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var path in paths)
            {
                var folder = path.Length == 0 || path.EndsWith('/');
                var entry = new GnuTarEntry(folder ? TarEntryType.Directory : TarEntryType.RegularFile, "./" + path);
                if (!folder)
                    entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes("text of " + path));
                writer.WriteEntry(entry);
            }
        }

        return tar.ToArray();
    }

    /// <summary>The archive's entries, one a line: path, and text or target.</summary>
    public static IReadOnlyList<string> Read(byte[] tar)
    {
        using var reader = new TarReader(new MemoryStream(tar));
        var lines = new List<string>();
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            using var text = new StreamReader(entry.DataStream ?? Stream.Null);
            lines.Add($"{entry.Name}{(entry.LinkName.Length > 0 ? " -> " + entry.LinkName : "")}: {text.ReadToEnd()}".TrimEnd(' ', ':'));
        }

        return lines;
    }
}
