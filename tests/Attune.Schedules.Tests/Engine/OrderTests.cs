using System.Diagnostics;
using Attune.Builds.Events;

namespace Attune.Schedules.Tests.Engine;

/// <summary>Who runs after whom, and what is left of those that can't: on a real engine.</summary>
[Trait("Kind", "Engine")]
public sealed class OrderTests(ScheduledFixture build) : IClassFixture<ScheduledFixture>
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(2);

    // The services that start from others' images stand first.
    private const string Chain = """
        services:
          top: { build: { context: ., args: { NAME: top }, additional_contexts: { below: "service:middle" } } }
          middle: { build: { context: ., args: { NAME: middle }, additional_contexts: { below: "service:bottom" } } }
          apart: { build: { context: ., args: { NAME: apart } } }
          bottom: { build: { context: ., args: { NAME: bottom } } }
        """;

    [EngineFact]
    public async Task A_service_that_starts_from_anothers_image_runs_after_it()
    {
        build.With("compose.yml", Chain).With("Dockerfile", "FROM attune-test/busybox:1\nARG NAME\n" + ScheduledFixture.Timed);
        var result = await build.BuildAsync(3);
        Assert.All(result.Services, s => Assert.Equal(ServiceOutcome.Built, s.Outcome));
        Assert.Equal(["+ bottom", "- bottom", "+ middle", "- middle", "+ top", "- top"], build.Ran().Where(l => !l.EndsWith("apart", StringComparison.Ordinal)));
    }

    [EngineFact]
    public async Task What_starts_from_a_failed_image_is_not_run_and_the_others_are_built()
    {
        build.With("compose.yml", Chain).With("Dockerfile", """
            FROM attune-test/busybox:1
            ARG NAME
            RUN echo ID; test ${NAME} != bottom
            """);
        var result = await build.BuildAsync(2);
        Assert.Equal(
            [("top", ServiceOutcome.NotRun), ("middle", ServiceOutcome.NotRun), ("apart", ServiceOutcome.Built), ("bottom", ServiceOutcome.Failed)],
            result.Services.Select(s => (s.Service, s.Outcome)));
    }

    [EngineFact]
    public async Task Cancelling_ends_what_runs_and_what_waits_for_a_lock_and_starts_nothing_more()
    {
        build.With("compose.yml", "services:\n" + string.Concat(Enumerable.Range(1, 4).Select(i => $"  s{i}: {{ build: {{ context: ., args: {{ NAME: s{i} }} }} }}\n")));
        build.With("Dockerfile", """
            FROM attune-test/busybox:1
            ARG NAME
            RUN --mount=type=cache,target=/ID-held,sharing=locked echo holds ${NAME}; sleep 100
            """);
        using var cancel = new CancellationTokenSource();
        var running = build.BuildAsync(2, cancellationToken: cancel.Token);
        while (build.Events.Of<LockWaitChanged>().Count == 0)
            await Task.Delay(50);
        var begun = Stopwatch.GetTimestamp();
        await cancel.CancelAsync();
        var result = await running;
        while (await build.IsBusyAsync())
            await Task.Delay(50);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, _soon);
        Assert.Equal([2, 2], [result.Services.Count(s => s.Outcome == ServiceOutcome.Cancelled), result.Services.Count(s => s.Outcome == ServiceOutcome.NotRun)]);
        Assert.Single(build.Events.Of<StepOutput>().Select(o => o.Service).Distinct());
    }
}
