using Attune.BuildKit.Session.FileSync.Patterns;
using Attune.BuildKit.Session.FileSync.Trees;
using FsCheck;
using FsCheck.Fluent;

namespace Attune.BuildKit.Tests.Session.FileSync;

/// <summary>A tree of empty files, links (<c>path -> target</c>) and the directories they need.</summary>
internal sealed class MemoryTree : IFileTree
{
    private readonly Dictionary<string, FileEntry> _entries = [];

    public MemoryTree(IEnumerable<string> paths)
    {
        foreach (var text in paths)
        {
            var parts = text.Split(" -> ");
            var path = parts[0];
            for (var parent = RelativePath.Parent(path); parent.Length > 0; parent = RelativePath.Parent(parent))
                _entries[parent] = new(parent, GoFileMode.Directory | 0x1ED, 0, 0);
            if (!_entries.ContainsKey(path))
                _entries[path] = new(path, parts.Length > 1 ? GoFileMode.SymbolicLink : 0x1A4, 0, 0, parts.Length > 1 ? parts[1] : "");
        }
    }

    /// <summary>Paths that are hard to order: prefixes, characters below and above the slash, and above U+FFFF.</summary>
    public static Arbitrary<string[]> Paths { get; } = Gen.Elements("a", "b", "c", "a-", "a.b", "a0", "ü", "～", "😀", "A")
        .NonEmptyListOf().Select(names => string.Join('/', names.Take(4))).ArrayOf().ToArbitrary();

    public IReadOnlyList<FileEntry> List(string directory) =>
        [.. _entries.Values.Where(e => RelativePath.Parent(e.Path) == directory).OrderBy(e => RelativePath.Name(e.Path), Utf8Order.Instance)];

    public FileEntry? Find(string path) => _entries.TryGetValue(path, out var entry) ? entry : null;

    public Stream? Open(string path) => Stream.Null;
}
