using Attune.Builds.Events;
using Attune.Reports.Live;
using Attune.Reports.Progress;
using Attune.Reports.Results;
using Attune.Reports.Tests.Support;

namespace Attune.Reports.Tests.Model;

/// <summary>How every view says that a step waits for a locked cache.</summary>
public sealed class LockWaitTests
{
    private const string Step = "[build 5/5] RUN cargo build";

    private static readonly IReadOnlyList<BuildEvent> _events = Waiting();

    [Theory]
    [InlineData(ProgressMode.Plain)]
    [InlineData(ProgressMode.Json)]
    public async Task Says_who_waits_for_whom_and_how_long(ProgressMode mode) => await Verifier.Verify(
        await Replay.ToText(_events, (writer, time) => BuildSinks.Create(mode, writer, time, TerminalPolicy.Pipe, () => default)), $"{mode}");

    [Fact]
    public Task The_live_view_counts_how_long_and_says_nothing_while_the_lock_changes_hands() => Verifier.Verify(string.Join("\n\n",
        new[] { 40.0, 75.0, 80.0 }.Select(t => $"after {t} s\n" + string.Join('\n', LiveFrame.Render(
            Replay.ModelAt(_events, t), Script.Start + TimeSpan.FromSeconds(t), new(100, 24), Glyphs.For(GlyphPolicy.Unicode))))));

    [Fact]
    public Task The_table_has_a_column_for_it_where_somebody_waited() =>
        Verifier.Verify(string.Join('\n', ResultTable.Render(((BuildFinished)_events[^1]).Result, 120)));

    private static List<BuildEvent> Waiting()
    {
        var script = new Script().At(0).Begin(2, "api", "executor").Service("api", "executor")
            .At(1).Run(Step + " api", "api").Print(Step + " api", "Compiling\n", "api").At(2).Run(Step + " executor", "executor");
        var id = Script.IdOf(Step + " executor");
        var since = Script.Start + TimeSpan.FromSeconds(2);
        var events = new List<BuildEvent>(script.Events)
        {
            new LockWaitChanged(since, "executor", id, new("/build/target", "api", since)),
            new LockWaitChanged(Script.Start + TimeSpan.FromSeconds(74), "executor", id, new("/build/target", null, since)),
            new LockWaitEnded(Script.Start + TimeSpan.FromSeconds(76), "executor", id, TimeSpan.FromSeconds(72)),
        };
        script.At(74).Finish(new("api", ServiceOutcome.Built, TimeSpan.FromSeconds(74), new(0, 1), null))
            .At(90).Done(Step + " executor", "executor")
            .Finish(new("executor", ServiceOutcome.Built, TimeSpan.FromSeconds(90), new(0, 1), null) { Waited = TimeSpan.FromSeconds(72) }).End();
        return [.. events.Concat(script.Events.Skip(events.Count - 3)).OrderBy(e => e.At)];
    }
}
