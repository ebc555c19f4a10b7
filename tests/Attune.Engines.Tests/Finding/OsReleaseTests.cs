using System.Text;
using Attune.Engines.Docker;
using Attune.Engines.Finding;

namespace Attune.Engines.Tests.Finding;

public sealed class OsReleaseTests
{
    [Theory]
    [InlineData("ID=debian\nVERSION_ID=\"12\"", true)]
    [InlineData("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian", true)]
    [InlineData("ID=linuxmint\nID_LIKE=\"ubuntu debian\"", true)]
    [InlineData("ID='raspbian'\nID_LIKE='debian'", true)]
    [InlineData("ID=\"fedora\"", false)]
    [InlineData("", false)]
    public void Debian_and_what_descends_from_it_is_recognized(string text, bool isDebianLike) =>
        Assert.Equal(isDebianLike, OsRelease.Parse(text).IsDebianLike);

    [Fact]
    public Task Everybody_gets_the_command_that_fits_the_machine()
    {
        var text = new StringBuilder();
        foreach (var id in new[] { "debian", "fedora", "arch", "opensuse", "alpine", "unheard-of" })
        {
            foreach (var privilege in Enum.GetValues<HostPrivilege>())
                Append($"{id} as {privilege}", new FakeMachine().File("/etc/os-release", "ID=" + id).Surroundings with { Privilege = privilege });
        }

        Append("macOS", new FakeMachine { System = HostSystem.MacOS }.Surroundings);
        Append("Windows", new FakeMachine { System = HostSystem.Windows }.Surroundings);
        return Verifier.Verify(text.ToString());

        void Append(string name, EngineSurroundings surroundings) => text.Append(
            $"{name}\n    engine:  {EngineAdvice.Install(surroundings)}\n    compose: {ComposeAdvice.Install(surroundings)}\n");
    }
}
