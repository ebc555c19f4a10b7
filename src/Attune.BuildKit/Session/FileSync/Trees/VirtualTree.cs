using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Attune.BuildKit.Session.FileSync.Trees;

/// <summary>Files that exist in memory only, all in the root.</summary>
/// <param name="files">Contents by name.</param>
/// <param name="programs">The names of those that can be executed.</param>
internal sealed class VirtualTree(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, IReadOnlySet<string> programs) : IFileTree
{
    private const uint Readable = 0b110_100_100;

    private const uint Executable = 0b111_101_101;

    public IReadOnlyList<FileEntry> List(string directory) =>
        directory.Length > 0 ? [] : [.. files.Keys.Order(Utf8Order.Instance).Select(name => Entry(name, files[name]))];

    public FileEntry? Find(string path) => files.TryGetValue(path, out var content) ? Entry(path, content) : null;

    public Stream? Open(string path) => new MemoryStream(files[path].ToArray(), writable: false);

    private FileEntry Entry(string name, ReadOnlyMemory<byte> content) =>
        new(name, programs.Contains(name) ? Executable : Readable, content.Length, TimeOf(content));

    /// <summary>
    /// An engine takes a file of equal size and time for unchanged, so the time is made from the content: a new content is sent, an equal
    /// one is not.
    /// </summary>
    private static long TimeOf(ReadOnlyMemory<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content.Span, hash);
        // Within about 34 years of 1970, in whole microseconds, as any file system can hold it.
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 14) * 1000 % (1L << 60);
    }
}
