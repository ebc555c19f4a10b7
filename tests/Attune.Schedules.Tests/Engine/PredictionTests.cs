using Attune.Builds.Events;

namespace Attune.Schedules.Tests.Engine;

/// <summary>What is said before a build, held against what the engine then does.</summary>
[Trait("Kind", "Engine")]
public sealed class PredictionTests(ScheduledFixture build) : IClassFixture<ScheduledFixture>
{
    private const double Tolerance = 0.2;

    [EngineFact]
    public async Task The_second_run_goes_as_predicted()
    {
        build.With("compose.yml", """
            services:
              api: { build: { context: ., target: compiled, args: { SECONDS: 1.5 } } }
              web: { build: { context: ., target: bundled, args: { SECONDS: 2 } } }
              worker: { build: { context: ., target: compiled, args: { SECONDS: 2.5 } } }
              admin: { build: { context: ., target: bundled, args: { SECONDS: 3.5 } } }
              docs: { build: { context: ., target: apart, args: { SECONDS: 2.5 } } }
              sensor: { build: { context: ., target: compiled, args: { SECONDS: 3 } } }
            """).With("Dockerfile", """
            FROM attune-test/busybox:1 AS compiled
            ARG SECONDS
            RUN --mount=type=cache,target=/ID-cargo,sharing=locked echo ID ${SECONDS}; sleep ${SECONDS}
            FROM attune-test/busybox:1 AS bundled
            ARG SECONDS
            RUN --mount=type=cache,target=/ID-npm,sharing=locked echo ID ${SECONDS}; sleep ${SECONDS}
            FROM attune-test/busybox:1 AS apart
            ARG SECONDS
            RUN echo ID ${SECONDS}; sleep ${SECONDS}
            """);
        await build.BuildAsync(3);
        var expected = build.Expect(3);
        var real = await build.BuildAsync(3);

        Assert.Equal(0, expected.Unknown);
        var begun = build.Events.Of<BuildStarted>()[0].At;
        Assert.Multiple(
        [
            () => Near(real.Duration, expected.Duration, real.Duration, "the whole build"),
            .. expected.Services.Select(Action (s) => () => Near(build.Events.Of<ServiceFinished>().Single(e => e.Result.Service == s.Service).At - begun, s.End!.Value, real.Duration, s.Service)),
        ]);
    }

    private static void Near(TimeSpan real, TimeSpan expected, TimeSpan whole, string what) => Assert.True(
        (real - expected).Duration() <= whole * Tolerance, $"{what} was expected to end after {expected.TotalSeconds:0.0} s and ended after {real.TotalSeconds:0.0} s");
}
