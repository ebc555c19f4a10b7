using Attune.BuildKit.Session.FileSync.Patterns;

namespace Attune.BuildKit.Tests.Session.FileSync;

public sealed class FollowPathsTests
{
    private static readonly MemoryTree Tree = new(["real/f", "link -> real", "chain -> link", "up/out -> ../../../real/f", "abs -> /real", "loop -> loop", "g1 -> real/f", "g2", "dangling -> gone"]);

    [Theory]
    [InlineData("real/f", "real/f")]
    [InlineData("link/f", "link real/f")]
    [InlineData("chain/f", "chain link real/f")]
    [InlineData("up/out", "real/f up/out")]
    [InlineData("abs/f", "abs real/f")]
    [InlineData("loop", "loop")]
    [InlineData("g*", "g* real/f")]
    [InlineData("dangling", "dangling gone")]
    [InlineData("absent", "absent")]
    [InlineData("real/../g2", "g2")]
    public void Adds_what_links_lead_to(string path, string expected) => Assert.Equal(expected, string.Join(' ', FollowPaths.Resolve(Tree, [path])!));

    [Theory]
    [InlineData(".")]
    [InlineData("/")]
    [InlineData("..")]
    public void Means_everything_by_the_root(string path) => Assert.Null(FollowPaths.Resolve(Tree, ["real", path]));
}
