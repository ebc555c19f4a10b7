using Attune.Engines.BaseImages;

namespace Attune.Engines.Tests.BaseImages;

public class AptOutputTests
{
    [Fact]
    public void Reads_package_names_from_uris()
    {
        const string Output = """
            Reading package lists...
            The following NEW packages will be installed:
              dash libc6
            'http://m/pool/main/d/dash/dash_0.5.12-12_amd64.deb' dash_0.5.12-12_amd64.deb 98000 SHA256:aa
            'http://m/pool/main/l/llvm/libllvm19_19.1.7-3%2bb1_amd64.deb' libllvm19_1%3a19.1.7-3+b1_amd64.deb 25978316 SHA256:bb
            """;
        Assert.Equal(["dash", "libllvm19"], AptOutput.PackageNames(Output));
    }

    [Fact]
    public void Tells_the_first_error() =>
        Assert.Equal("Unable to locate package x", AptOutput.FirstError("W: something\nE: Unable to locate package x\nE: more\n"));

    [Fact]
    public void Tells_all_when_nothing_is_marked() => Assert.Equal("a; b", AptOutput.FirstError("a\n\n b\n"));
}
