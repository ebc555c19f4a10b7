using Attune.BuildKit.Control;
using Attune.Builds.Caching;

namespace Attune.Builds.Tests.Caching;

public sealed class CacheMountNameTests
{
    [Theory]
    [InlineData("cached mount /c from exec /bin/sh -c make", "/c")]
    [InlineData("cached mount /usr/local/cargo/registry from exec /bin/sh -c cargo build with id \"//usr/local/cargo/registry\"", "/usr/local/cargo/registry")]
    [InlineData("cached mount /c from exec /bin/sh -c make with id \"/cargo\"", "cargo")]
    [InlineData("cached mount /c from exec /bin/sh -c echo with id \"x\" && echo y with id \"ci/a\\\"b\"", "ci/a\"b")]
    [InlineData("cached mount /c from exec /bin/sh -c make\nall with id \"/cargo\"", "cargo")]
    public void Reads_the_id_or_else_the_target(string description, string name) =>
        Assert.Equal(name, CacheMountName.Of(Record(description))?.ToString());

    [Fact]
    public void Leaves_other_records_alone() => Assert.Null(CacheMountName.Of(Record("mount / from exec /bin/sh -c make")));

    private static CacheRecord Record(string description) => new() { Id = "x", Type = "exec.cachemount", Description = description };
}
