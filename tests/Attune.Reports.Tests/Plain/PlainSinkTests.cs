using Attune.Builds.Events;
using Attune.Reports.Plain;
using Attune.Reports.Progress;
using Attune.Reports.Tests.Support;

namespace Attune.Reports.Tests.Plain;

public class PlainSinkTests
{
    [Fact]
    public async Task Tells_a_build_line_by_line() => await Verifier.Verify(await Play(Scenarios.SixServices, TerminalPolicy.Pipe));

    [Fact]
    public async Task Folds_the_log_and_annotates_on_github() =>
        await Verifier.Verify(await Play(Scenarios.SixServices, TerminalPolicy.Pipe with { Host = CiHost.GitHubActions }));

    [Fact]
    public async Task Prints_a_shared_steps_output_once()
    {
        var events = new Script().Begin(2, "api", "worker").Run("[1/1] RUN make", "api", "worker").Print("[1/1] RUN make", "one\n", "api", "worker").Events;
        Assert.Single((await Play(events, TerminalPolicy.Pipe)).Split('\n'), line => line.EndsWith("| one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_on_with_a_shared_steps_output_when_its_first_service_is_cancelled()
    {
        var events = new Script().Begin(2, "api", "worker").Run("[1/1] RUN make", "api", "worker")
            .Finish(new("api", ServiceOutcome.Cancelled, TimeSpan.Zero, default)).Print("[1/1] RUN make", "two\n", "worker").Events;
        Assert.Contains("worker  [1/1] | two\n", await Play(events, TerminalPolicy.Pipe), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announces_each_turn_of_a_step_once_though_buildkit_repeats_itself()
    {
        var events = new Script().Begin(1, "api").Done("[1/1] RUN make", "api").Run("[1/1] RUN make", "api").Done("[1/1] RUN make", "api").Events;
        Assert.Single((await Play(events, TerminalPolicy.Pipe)).Split('\n'), line => line.Contains("RUN make", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lets_no_step_command_the_terminal_or_github()
    {
        var events = new Script().Begin(1, "api").Run("[1/1] RUN make", "api").Print("[1/1] RUN make", "\u001b[2J\u001b]0;title\u0007::error::x\n", "api").Events;
        var text = await Play(events, TerminalPolicy.Pipe with { Host = CiHost.GitHubActions });
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain(text.Split('\n'), line => line.StartsWith("::error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_the_engine_of_each_service_when_there_are_several()
    {
        var result = new ServiceResult("api", ServiceOutcome.Built, TimeSpan.FromSeconds(3), new(1, 2)) { Engine = "big" };
        var at = DateTimeOffset.UnixEpoch;
        BuildEvent[] events =
        [
            new BuildStarted(at, ["api"], 4), new ServiceStarted(at, "api") { Engine = "big" }, new ServiceFinished(at, result),
            new BuildFinished(at, new([result], TimeSpan.FromSeconds(3))),
        ];
        var text = await Play(events, TerminalPolicy.Pipe);
        Assert.Contains("api  started on big\n", text, StringComparison.Ordinal);
        Assert.Contains("built, 1 cached, 2 executed, in 3.0s on big\n", text, StringComparison.Ordinal);
        Assert.Matches(@"SERVICE +RESULT +ENGINE +TIME[^\n]*\napi +built +big +3\.0s", text);
    }

    private static Task<string> Play(IReadOnlyList<BuildEvent> events, TerminalPolicy policy) =>
        Replay.ToText(events, (writer, _) => new PlainSink(writer, policy));
}
