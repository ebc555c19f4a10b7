using Attune.Engines.BaseImages;

namespace Attune.Engines.Tests.BaseImages;

public class PackageFilterTests
{
    [Theory]
    [InlineData("usr/bin/rustc")]
    [InlineData("usr/share/doc/libc6/copyright")]
    [InlineData("usr/share/cargo/registry/tokio-1.43.1/src/doc/mod.rs")]
    [InlineData("usr/share/manifest")]
    public void Keeps_programs_licences_and_crates(string path) => Assert.True(PackageFilter.Keeps(path));

    [Theory]
    [InlineData("usr/share/doc/libc6/changelog.gz")]
    [InlineData("usr/share/doc/libc6/")]
    [InlineData("usr/share/man/man1/ls.1.gz")]
    [InlineData("usr/share/locale/de/LC_MESSAGES/x.mo")]
    [InlineData("usr/libexec/gcc/x86_64-linux-gnu/14/lto1")]
    public void Drops_documentation_and_unused_tools(string path) => Assert.False(PackageFilter.Keeps(path));
}
