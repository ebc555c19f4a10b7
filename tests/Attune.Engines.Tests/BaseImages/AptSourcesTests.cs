using Attune.Engines.BaseImages;

namespace Attune.Engines.Tests.BaseImages;

public class AptSourcesTests
{
    private const string Good = "Types: deb\nURIs: http://mirror.example/debian\nSuites: trixie\nComponents: main";

    [Theory]
    [InlineData("deb http://mirror.example/debian/ bookworm main")]
    [InlineData("# a comment\ndeb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian trixie main contrib")]
    [InlineData("deb http://other.example/apt cloud-bookworm main\ndeb http://mirror.example/debian stable main")]
    [InlineData("deb-src http://source.example/debian sid main\ndeb http://mirror.example/debian sid main # ours")]
    public void Finds_the_mirror_in_a_list(string text) => Assert.Equal("http://mirror.example/debian", Find("/etc/apt/sources.list", text));

    [Theory]
    [InlineData("Types: deb deb-src\nURIs: http://mirror.example/debian\nSuites: bookworm bookworm-updates\nComponents: main\n")]
    [InlineData("types: deb\nuris:\n http://mirror.example/debian/\nsuites: trixie-updates\ncomponents: contrib\n main\nsigned-by:\n -----\n x: y\n")]
    [InlineData("# off\nTypes: deb\nEnabled: no\nURIs: http://off.example/debian\nSuites: trixie\nComponents: main\n\n" + Good)]
    [InlineData("Types: deb\nURIs: http://s.example/debian-security\nSuites: trixie-security\nComponents: main\n\n" + Good)]
    public void Finds_the_mirror_in_deb822(string text) =>
        Assert.Equal("http://mirror.example/debian", Find("/etc/apt/sources.list.d/debian.sources", text));

    [Theory]
    [InlineData("")]
    [InlineData("deb http://archive.ubuntu.com/ubuntu noble main")]
    [InlineData("deb cdrom:[Debian]/ bookworm main")]
    public void Falls_back_to_Debians_own_network(string text) => Assert.Equal(AptSources.DefaultMirror, Find("x.list", text));

    private static string Find(string name, string text) => AptSources.FindMirror([KeyValuePair.Create(name, text)]);
}
