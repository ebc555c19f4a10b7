using Attune.BuildKit.Session.FileSync.Patterns;
using Attune.BuildKit.Session.FileSync.Trees;

namespace Attune.BuildKit.Tests.Session.FileSync;

public sealed class PatternListTests
{
    private static readonly string[] Tree = ["a/b/c", "a/d", "node_modules/x/y", "node_modules/keep", "src/a.log", "src/b.txt", "top.log"];

    [Theory]
    [InlineData("*", "")]
    [InlineData("* !src", "src src/a.log src/b.txt")]
    [InlineData("!src *", "")]
    [InlineData("**/*.log", "a a/b a/b/c a/d node_modules node_modules/keep node_modules/x node_modules/x/y src src/b.txt")]
    [InlineData("a !a/b/c", "a a/b a/b/c node_modules node_modules/keep node_modules/x node_modules/x/y src src/a.log src/b.txt top.log")]
    [InlineData("node_modules !node_modules/keep src a *.log", "node_modules node_modules/keep")]
    [InlineData("*.log src/*.txt a/ node_modules", "src src/a.log")]
    public void Excludes_in_order_with_exceptions(string patterns, string expected) =>
        Assert.Equal(expected, Listed(new PathFilter(null, new PatternList(patterns.Split(' ')))));

    [Theory]
    [InlineData("src", "src src/a.log src/b.txt")]
    [InlineData("src/*.txt", "src src/b.txt")]
    [InlineData("a/b/c top.log", "a a/b a/b/c top.log")]
    [InlineData("nothing", "")]
    public void Includes_what_is_named_and_the_way_to_it(string patterns, string expected) =>
        Assert.Equal(expected, Listed(new PathFilter(new PatternList(patterns.Split(' ')), null)));

    private static string Listed(PathFilter filter) => string.Join(' ', TreeWalk.List(new MemoryTree(Tree), filter).Select(e => e.Path));
}
