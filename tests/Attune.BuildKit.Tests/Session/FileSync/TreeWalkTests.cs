using System.Text;
using Attune.BuildKit.Session.FileSync.Patterns;
using Attune.BuildKit.Session.FileSync.Trees;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Attune.BuildKit.Tests.Session.FileSync;

public sealed class TreeWalkTests
{
    /// <summary>fsutil compares paths by bytes with the slash below all others; anything else is "changes out of order".</summary>
    [Property]
    public Property Lists_paths_in_strictly_ascending_order_with_parents_first() => Prop.ForAll(MemoryTree.Paths, paths =>
    {
        var listed = TreeWalk.List(new MemoryTree(paths), new PathFilter(null, null)).Select(e => e.Path).ToList();
        var keys = listed.Select(Key).ToList();
        return keys.Zip(keys.Skip(1)).All(p => p.First.AsSpan().SequenceCompareTo(p.Second) < 0)
            && listed.All(p => RelativePath.Parent(p).Length == 0 || listed.IndexOf(RelativePath.Parent(p)) is >= 0 and var parent && parent < listed.IndexOf(p));
    });

    [Property]
    public Property Lists_each_directory_on_the_way_to_what_is_kept() => Prop.ForAll(MemoryTree.Paths, paths =>
    {
        var filter = new PathFilter(null, new PatternList(["a", "b/**", "!a/b", "!**/c"]));
        var listed = TreeWalk.List(new MemoryTree(paths), filter).Select(e => e.Path).ToHashSet();
        return listed.All(p => RelativePath.Parent(p).Length == 0 || listed.Contains(RelativePath.Parent(p)));
    });

    private static byte[] Key(string path) => [.. Encoding.UTF8.GetBytes(path).Select(b => b == (byte)'/' ? (byte)0 : b)];
}
