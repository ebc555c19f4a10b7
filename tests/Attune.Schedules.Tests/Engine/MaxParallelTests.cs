using Attune.Builds.Events;

namespace Attune.Schedules.Tests.Engine;

/// <summary><c>--max-parallel</c>, as the engine sees it: each service's step tells when it began and when it ended.</summary>
[Trait("Kind", "Engine")]
public sealed class MaxParallelTests(ScheduledFixture build) : IClassFixture<ScheduledFixture>
{
    private const int Services = 30;

    [EngineTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Never_more_solves_run_than_allowed(int maxParallel)
    {
        build.With("compose.yml", "services:\n" + string.Concat(Enumerable.Range(1, Services).Select(i =>
            $"  s{i}: {{ build: {{ context: ., args: {{ NAME: s{i}-{maxParallel} }} }} }}\n")));
        build.With("Dockerfile", "FROM attune-test/busybox:1\nARG NAME\n" + ScheduledFixture.Timed);
        var result = await build.BuildAsync(maxParallel);
        Assert.All(result.Services, s => Assert.Equal(ServiceOutcome.Built, s.Outcome));
        var solves = build.Events.Of<BuildEvent>().Select(e => e is ServiceStarted ? 1 : e is ServiceFinished ? -1 : 0);
        var ran = build.Ran();
        Assert.Equal(2 * Services, ran.Count);
        // What the engine ran lies within the solves, and both reach what is allowed and no more.
        Assert.Equal(maxParallel, Most(ran.Select(l => l[0] == '+' ? 1 : -1)));
        Assert.Equal(maxParallel, Most(solves));
    }

    private static int Most(IEnumerable<int> changes) => changes.Aggregate((Now: 0, Most: 0), (at, change) => (at.Now + change, Math.Max(at.Most, at.Now + change))).Most;
}
