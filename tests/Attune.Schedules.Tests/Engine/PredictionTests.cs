using Attune.Builds.Events;
using Attune.Builds.Running;

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
              api: { build: { context: ., target: compiled, args: { SECONDS: 3 } } }
              web: { build: { context: ., target: bundled, args: { SECONDS: 4 } } }
              worker: { build: { context: ., target: compiled, args: { SECONDS: 5 } } }
              admin: { build: { context: ., target: bundled, args: { SECONDS: 7 } } }
              docs: { build: { context: ., target: apart, args: { SECONDS: 5 } } }
              sensor: { build: { context: ., target: compiled, args: { SECONDS: 6 } } }
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
        build.Images = ImagePolicy.Export;
        // The first build of a process also pays for compiling the code that builds.
        await build.WarmUpAsync();
        await build.BuildAsync(2);
        var expected = await build.ExpectAsync(2);
        var real = await build.BuildAsync(2);

        Assert.Equal(0, expected.Unknown);
        var begun = build.Events.Of<BuildStarted>()[0].At;
        var ends = build.Events.Of<ServiceFinished>().ToDictionary(e => e.Result.Service, e => e.At - begun);
        List<(string What, TimeSpan Expected, TimeSpan Real)> all =
            [("the whole build", expected.Duration, real.Duration), .. expected.Services.Select(s => (s.Service, s.End!.Value, ends[s.Service]))];
        Assert.True(
            all.TrueForAll(e => (e.Real - e.Expected).Duration() <= real.Duration * Tolerance),
            string.Join('\n', all.Select(e => $"{e.What}: expected to end after {e.Expected.TotalSeconds:0.0} s, ended after {e.Real.TotalSeconds:0.0} s")));
    }
}
