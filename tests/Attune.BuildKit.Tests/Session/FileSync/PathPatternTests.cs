using Attune.BuildKit.Session.FileSync;
using Attune.BuildKit.Session.FileSync.Patterns;

namespace Attune.BuildKit.Tests.Session.FileSync;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "ab", false)]
    [InlineData("*.log", "x.log", true)]
    [InlineData("*.log", "d/x.log", false)]
    [InlineData("**/*.log", "x.log", true)]
    [InlineData("**/*.log", "d/e/x.log", true)]
    [InlineData("**.log", "d/e/x.log", true)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "a/xb", false)]
    [InlineData("a/*/b", "a/x/y/b", false)]
    [InlineData("?", "😀", true)]
    [InlineData("?", "/", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[^a-c]x", "bx", false)]
    [InlineData("[^a-c]x", "dx", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "a", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("**", "any/thing", true)]
    [InlineData("**/foo/bar", "x/foo/bar", true)]
    [InlineData("**/foo/bar", "xfoo/bar", false)]
    public void Matches_as_dockerignore_does(string pattern, string path, bool expected) =>
        Assert.Equal(expected, new PathPattern(pattern).Matches(path));

    [Theory]
    [InlineData("[")]
    [InlineData("[a")]
    [InlineData("[]a]")]
    [InlineData("a\\")]
    public void Refuses_a_malformed_pattern(string pattern) => Assert.Throws<SyncException>(() => new PathPattern(pattern));

    [Fact]
    public void Takes_no_exponential_time()
    {
        var pattern = new PathPattern(string.Concat(Enumerable.Repeat("**/*a*", 30)) + "b");
        Assert.False(pattern.Matches(string.Join('/', Enumerable.Repeat(new string('a', 50), 40))));
    }
}
