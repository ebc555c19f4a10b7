using Attune.Builds.Events;
using Attune.Reports.Live;
using Attune.Reports.Progress;
using Attune.Reports.Tests.Support;
using Attune.Reports.Text;

namespace Attune.Reports.Tests.Live;

public class LiveSinkTests
{
    private static readonly TerminalPolicy _terminal = new(OutputKind.Terminal, ColorPolicy.Ansi, GlyphPolicy.Unicode, CiHost.None);

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task Leaves_failures_and_the_table_behind(int width)
    {
        using var terminal = new VirtualTerminal(width, 24);
        await Play(Scenarios.SixServices, terminal, _terminal);
        await Verifier.Verify(terminal.Everything, $"{width}");
    }

    [Fact]
    public async Task Shows_a_failure_above_the_view_while_others_go_on()
    {
        using var terminal = new VirtualTerminal(80, 24);
        terminal.Say("$ ./build.sh BuildAll\r\n");
        await Play(Until(Scenarios.SixServices, 30), terminal, _terminal);
        await Verifier.Verify(terminal.Screen);
    }

    [Fact]
    public async Task Draws_a_hundred_services_on_a_small_terminal_without_scrolling_it()
    {
        using var terminal = new VirtualTerminal(80, 12);
        terminal.Say("$ ./build.sh BuildAll\r\n");
        await Play(Until(Scenarios.Hundred, 100), terminal, _terminal);
        Assert.StartsWith("$ ./build.sh BuildAll\nBuilding 100 services", terminal.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draws_everything_anew_when_the_terminal_changes_its_size()
    {
        using var terminal = new VirtualTerminal(80, 24);
        var time = new ManualTime(Script.Start);
        var height = 24;
        await using var sink = new LiveSink(terminal, time, _terminal, () => new(80, height));
        Replay.Play(Until(Scenarios.SixServices, 30), sink, time);
        terminal.Say("\u001b[1Agarbage\r\n");
        height = 20;
        time.MoveTo(Script.Start + TimeSpan.FromSeconds(30.2));
        Assert.StartsWith("✔ web", terminal.Screen.Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draws_at_most_ten_times_a_second()
    {
        using var terminal = new VirtualTerminal(80, 24);
        await Play(Until(Scenarios.SixServices, 60), terminal, _terminal);
        Assert.InRange(terminal.Frames, 500, 600);
    }

    [Fact]
    public async Task Gives_the_cursor_back_when_the_build_ends_early()
    {
        using var terminal = new VirtualTerminal(80, 24);
        var time = new ManualTime(Script.Start);
        var sink = new LiveSink(terminal, time, _terminal, () => new(80, 24));
        Replay.Play(Until(Scenarios.SixServices, 5), sink, time);
        Assert.False(terminal.IsCursorVisible);
        await sink.DisposeAsync();
        Assert.True(terminal.IsCursorVisible);
    }

    [Fact]
    public async Task Prints_no_colour_where_none_is_wanted()
    {
        using var terminal = new StringWriter();
        var time = new ManualTime(Script.Start);
        await using (var sink = new LiveSink(terminal, time, _terminal with { Colors = ColorPolicy.None }, () => new(80, 24)))
            Replay.Play(Scenarios.SixServices, sink, time);
        Assert.DoesNotMatch(@"\u001b\[[0-9;]*m", terminal.ToString());
    }

    [Fact]
    public async Task Goes_on_without_a_terminal_that_went_away()
    {
        var time = new ManualTime(Script.Start);
        using var gone = new GoneWriter();
        await using var sink = new LiveSink(gone, time, _terminal, () => new(80, 24));
        Replay.Play(Scenarios.SixServices, sink, time);
        Assert.Equal(1, gone.Attempts);
    }

    private static IReadOnlyList<BuildEvent> Until(IReadOnlyList<BuildEvent> events, double seconds)
    {
        var end = Script.Start + TimeSpan.FromSeconds(seconds);
        return [.. events.TakeWhile(e => e.At <= end), new StepProgressed(end, events.OfType<ServiceStarted>().First().Service, "x", "x", 0, 0, Completion.Running)];
    }

    private static async Task Play(IReadOnlyList<BuildEvent> events, VirtualTerminal terminal, TerminalPolicy policy)
    {
        var time = new ManualTime(Script.Start);
        await using var sink = new LiveSink(terminal, time, policy, () => new(terminal.Width, terminal.Height));
        Replay.Play(events, sink, time);
    }

    private sealed class GoneWriter : StringWriter
    {
        public int Attempts { get; private set; }

        public override void Write(System.Text.StringBuilder? value)
        {
            Attempts++;
            throw new IOException("Input/output error");
        }
    }
}
