using Attune.Benchmarks.Results;
using FsCheck.Xunit;

namespace Attune.Benchmarks.Tests.Results;

public sealed class SpreadTests
{
    [Theory]
    [InlineData(new double[] { 3 }, 3)]
    [InlineData(new double[] { 9, 1 }, 5)]
    [InlineData(new double[] { 9, 1, 2 }, 2)]
    public void The_median_is_in_the_middle(double[] seconds, double median) => Assert.Equal(median, Spread.Of(seconds)!.Value.Median);

    [Fact]
    public void Nothing_has_no_spread() => Assert.Null(Spread.Of([]));

    [Property]
    public void Order_does_not_matter(short[] seconds) =>
        Assert.Equal(Spread.Of(seconds.Select(s => (double)s)), Spread.Of(seconds.Reverse().Select(s => (double)s)));
}
