using Attune.RaceLab.Measures;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Attune.RaceLab.Tests.Measures;

public sealed class WilsonIntervalTests
{
    /// <summary>Values of R's <c>prop.test(x, n, correct = FALSE)</c>.</summary>
    [Theory]
    [InlineData(0, 100, 0, 0.0370)]
    [InlineData(20, 25, 0.6087, 0.9114)]
    [InlineData(50, 100, 0.4038, 0.5962)]
    [InlineData(100, 100, 0.9630, 1)]
    public void Is_what_statistics_programs_say(int failures, int builds, double low, double high)
    {
        var interval = WilsonInterval.Of(failures, builds);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Property]
    public Property Holds_the_rate_and_shrinks_with_more_builds(PositiveInt builds, NonNegativeInt failures)
    {
        var (n, f) = (builds.Get, failures.Get % (builds.Get + 1));
        var (few, many) = (WilsonInterval.Of(f, n), WilsonInterval.Of(f * 10, n * 10));
        var rate = (double)f / n;
        return (few.Low <= rate && rate <= few.High && few.Low >= 0 && few.High <= 1 && many.High - many.Low < few.High - few.Low).ToProperty();
    }
}
