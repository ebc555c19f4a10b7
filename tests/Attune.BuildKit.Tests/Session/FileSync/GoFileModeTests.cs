using Attune.BuildKit.Session.FileSync.Trees;

namespace Attune.BuildKit.Tests.Session.FileSync;

public sealed class GoFileModeTests
{
    [Theory]
    [InlineData(0x81A4, 0x1A4u)]
    [InlineData(0x41ED, 0x800001EDu)]
    [InlineData(0xA1FF, 0x080001FFu)]
    [InlineData(0x89ED, 0x008001EDu)]
    [InlineData(0x43FF, 0x801001FFu)]
    [InlineData(0x1180, 0x02000180u)]
    [InlineData(0xC1ED, 0x010001EDu)]
    [InlineData(0x2180, 0x04200180u)]
    public void Is_made_from_the_systems_mode(uint unix, uint expected) => Assert.Equal(expected, GoFileMode.FromUnix(unix));
}
