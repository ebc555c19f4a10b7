using Attune.Builds.Events;
using Attune.Reports.Live;
using Attune.Reports.Progress;
using Attune.Reports.Tests.Support;

namespace Attune.Reports.Tests.Live;

public class LiveFrameTests
{
    [Theory]
    [InlineData(40, 24)]
    [InlineData(80, 24)]
    [InlineData(120, 24)]
    public Task Shows_what_each_service_does(int width, int height) => Verifier.Verify(
        string.Join("\n\n", new[] { 0.0, 0.5, 2.0, 9.0, 60.0, 76.5 }.Select(t => $"after {t} s\n{Draw(Scenarios.SixServices, t, new(width, height))}")),
        $"{width}");

    [Theory]
    [InlineData(24)]
    [InlineData(12)]
    [InlineData(5)]
    public Task Collapses_what_does_not_fit(int height) => Verifier.Verify(
        string.Join("\n\n", new[] { 0.7, 51.0, 97.0 }.Select(t => $"after {t} s\n{Draw(Scenarios.Hundred, t, new(80, height))}")),
        $"{height}");

    [Fact]
    public Task Uses_ascii_where_the_terminal_has_no_more() => Verifier.Verify(Draw(Scenarios.SixServices, 60, new(80, 24), GlyphPolicy.Ascii));

    [Fact]
    public void Fits_every_terminal_at_every_moment()
    {
        foreach (var events in (IReadOnlyList<BuildEvent>[])[Scenarios.SixServices, Scenarios.Hundred])
            foreach (var width in (int[])[1, 2, 10, 40, 80, 200])
                foreach (var height in (int[])[1, 2, 3, 10, 200])
                    foreach (var seconds in (double[])[0, 0.6, 5, 30, 75.7, 200])
                    {
                        var size = new TerminalSize(width, height);
                        var lines = Draw(events, seconds, size).Split('\n');
                        Assert.InRange(lines.Length, 1, Math.Max(height - 1, 1));
                        Assert.All(lines, line => Assert.InRange(line.Length, 0, Math.Max(width - 1, 1)));
                    }
    }

    private static string Draw(IReadOnlyList<BuildEvent> events, double seconds, TerminalSize size, GlyphPolicy glyphs = GlyphPolicy.Unicode) =>
        string.Join('\n', LiveFrame.Render(Replay.ModelAt(events, seconds), Script.Start + TimeSpan.FromSeconds(seconds), size, Glyphs.For(glyphs)));
}
