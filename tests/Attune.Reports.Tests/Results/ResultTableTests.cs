using Attune.Builds.Events;
using Attune.Reports.Results;
using Attune.Reports.Tests.Support;

namespace Attune.Reports.Tests.Results;

public class ResultTableTests
{
    private static readonly BuildResult _result = Scenarios.SixServices.OfType<BuildFinished>().Single().Result;

    [Theory]
    [InlineData(120)]
    [InlineData(80)]
    [InlineData(40)]
    public Task Shows_what_became_of_each_service(int width)
    {
        var lines = ResultTable.Render(_result, width);
        Assert.All(lines, line => Assert.InRange(line.Width, 1, width));
        return Verifier.Verify(string.Join('\n', lines), $"{width}");
    }

    [Fact]
    public void Has_a_total_even_without_services() => Assert.Equal(2, ResultTable.Render(new([], TimeSpan.Zero), 80).Count);
}
