using Attune.Caches.Pruning;
using Attune.Source;

namespace Attune.Caches.Tests.Pruning;

public sealed class AgeLimitTests
{
    [Theory]
    [InlineData("7d", 168)]
    [InlineData("36h", 36)]
    [InlineData("1w1d12h", 204)]
    [InlineData("120m", 2)]
    public void Reads_ages(string text, int hours) => Assert.Equal(TimeSpan.FromHours(hours), AgeLimit.Parse(text, "--unused-for"));

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("d")]
    [InlineData("7 days")]
    [InlineData("0d")]
    [InlineData("-7d")]
    [InlineData("9999999d")]
    public void Refuses_what_is_no_age(string text) =>
        Assert.Equal(FaultKind.Usage, Assert.Throws<UserErrorException>(() => AgeLimit.Parse(text, "--unused-for")).Kind);
}
