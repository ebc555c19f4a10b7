using System.Diagnostics;
using Attune.Builds.Events;
using Attune.Builds.Running;

namespace Attune.Builds.Tests.Engine;

/// <summary>Failing and cancelled builds on a real engine.</summary>
[Trait("Kind", "Engine")]
public sealed class FailureTests(BuildFixture build) : IClassFixture<BuildFixture>
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(2);

    [EngineFact]
    public async Task A_failing_step_is_shown_with_its_line_and_its_last_words()
    {
        build.With("compose.yml", "services: { bad: { build: . }, good: { build: { context: ., target: base } } }").With("Dockerfile", """
            FROM attune-test/busybox:1 AS base
            RUN echo fine ID
            FROM base
            RUN echo almost ID && \
                echo no such thing >&2 && \
                false
            """);
        var result = await build.BuildAsync();
        var (bad, good) = (result.Services[0], result.Services[1]);
        Assert.Equal((ServiceOutcome.Failed, ServiceOutcome.Built), (bad.Outcome, good.Outcome));
        Assert.Equal("Dockerfile:4:1", bad.Failure!.Location!.ToString());
        Assert.Contains("no such thing", bad.Failure.LastLines);
        Assert.Contains("exit code: 1", bad.Failure.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Fail_fast_ends_the_others_within_two_seconds()
    {
        build.With("compose.yml", "services: { bad: { build: { context: ., target: bad } }, slow: { build: { context: ., target: slow } } }").With("Dockerfile", """
            FROM attune-test/busybox:1 AS bad
            RUN sleep 3; echo ID; false
            FROM attune-test/busybox:1 AS slow
            RUN echo slow ID; sleep 100
            """);
        var result = await build.BuildAsync(new(2, FailurePolicy.FailFast), CancellationToken.None);
        Assert.Equal([ServiceOutcome.Failed, ServiceOutcome.Cancelled], result.Services.Select(s => s.Outcome));
        Assert.InRange(result.Duration - result.Services[0].Duration, TimeSpan.Zero, _soon);
    }

    [EngineFact]
    public async Task Cancelling_ends_the_build_on_the_engine_within_two_seconds()
    {
        build.With("compose.yml", """services: { slow: { image: "attune-test/ID-slow", build: . } }""").With("Dockerfile", """
            FROM attune-test/busybox:1
            RUN --mount=type=cache,target=/ID-held,sharing=locked echo slow ID; sleep 100
            """);
        using var cancel = new CancellationTokenSource();
        var running = build.BuildAsync(new(2, FailurePolicy.Continue), cancel.Token);
        while (!build.OutputOf("slow").Contains("slow", StringComparison.Ordinal))
            await Task.Delay(50);
        var begun = Stopwatch.GetTimestamp();
        await cancel.CancelAsync();
        var result = await running;
        Assert.Equal(ServiceOutcome.Cancelled, result.Services[0].Outcome);
        while ((await build.Client.DiskUsageAsync([$"type==exec.cachemount,inuse,description~=\"{build.Id}\""])).Count > 0)
            await Task.Delay(50);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, _soon);
        Assert.Null(await build.Images.FindAsync($"attune-test/{build.Id}-slow", CancellationToken.None));
    }
}
