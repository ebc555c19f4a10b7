using Attune.Builds.Running;
using Attune.Dockerfiles.Mounts;
using Attune.Schedules.Ordering;
using Attune.Schedules.Simulation;
using FsCheck.Xunit;

namespace Attune.Schedules.Tests.Simulation;

/// <summary>What holds for every build, whatever its services, locks and durations.</summary>
[Properties(Arbitrary = [typeof(RandomBuilds)], MaxTest = 1_000)]
public sealed class SchedulePropertyTests
{
    [Property]
    public void Every_service_is_built_once_and_none_waits_for_ever(RandomBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var order = new CountingOrder();
        var predicted = BuildSimulator.Run(build.Model, build.Durations, Engine(build), ended => order.Around(new LockAwareOrder(build.Model, build.Durations, ended)));
        Assert.Empty(predicted.Hanging);
        Assert.Equal(build.Model.Services.Select(s => s.Service).Order(), order.Started.Order());
    }

    [Property]
    public void Never_more_services_are_under_way_than_allowed(RandomBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var services = Choose(build).Predicted.Services;
        foreach (var moment in services.Select(s => s.Start))
            Assert.InRange(services.Count(s => s.Start <= moment && s.End > moment), 1, build.MaxParallel);
    }

    [Property]
    public void No_service_starts_before_those_whose_images_it_starts_from(RandomBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var services = Choose(build).Predicted.Services.ToDictionary(s => s.Service);
        foreach (var service in build.Model.Services)
            Assert.All(service.After, a => Assert.True(services[a].End <= services[service.Service].Start));
    }

    [Property]
    public void A_locked_cache_has_one_user_at_a_time(RandomBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var steps = Choose(build).Predicted.Services.SelectMany(s => s.Steps).Where(s => s.SharedWith is null).ToList();
        foreach (var a in steps)
            foreach (var b in steps.Where(b => b != a && b.WorkFrom >= a.WorkFrom && b.WorkFrom < a.End - TimeSpan.FromMilliseconds(1)))
                Assert.DoesNotContain(b.Step.Claims, c => c.Sharing == CacheSharing.Locked && a.Step.Claims.Any(o => o.Sharing == CacheSharing.Locked && c.WaitsFor(o)));
    }

    [Property]
    public void It_takes_at_least_what_the_longest_chain_and_the_longest_queue_take(RandomBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var choice = Choose(build);
        var chain = build.Model.Services.Max(s => new ServiceWeights(build.Model, build.Durations).LengthOf(s.Service)) - Tolerance(build);
        var queue = build.Model.Services.SelectMany(s => s.Steps).DistinctBy(s => s.Identity)
            .SelectMany(s => s.Claims.Where(c => c.Sharing == CacheSharing.Locked).Select(c => (c.Cache, Time: build.Durations.Of(s))))
            .GroupBy(c => c.Cache).Select(c => c.Aggregate(TimeSpan.Zero, (sum, use) => sum + use.Time)).DefaultIfEmpty().Max();
        Assert.True(choice.Predicted.Duration + TimeSpan.FromMilliseconds(1) >= queue, $"{choice.Predicted.Duration} < {queue}");
        Assert.True(choice.Predicted.Duration + TimeSpan.FromMilliseconds(1) >= chain, $"{choice.Predicted.Duration} < {chain}");
    }

    [Property]
    public void It_is_never_clearly_slower_than_the_order_of_the_compose_file(RandomBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var choice = Choose(build);
        // An order that could hang is no order to compare with.
        if (choice.ComposeOrder.Hanging is [] && !new LockOrderGraph(build.Model.Services).HasCircle())
            Assert.True(choice.Predicted.Duration <= choice.ComposeOrder.Duration * ScheduleChoice.Clearly);
    }

    [Property]
    public void The_same_build_is_predicted_alike(RandomBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        Assert.Equal(Choose(build).Predicted.Services.Select(s => (s.Start, s.End)), Choose(build).Predicted.Services.Select(s => (s.Start, s.End)));
    }

    private static ScheduleChoice Choose(RandomBuild build) => ScheduleChoice.Of(build.Model, build.Durations, build.MaxParallel);

    private static SimulatedEngine Engine(RandomBuild build) => new(build.MaxParallel, build.Durations.Slowdown);

    // A chain through a step that another service began earlier is shorter than the chain alone.
    private static TimeSpan Tolerance(RandomBuild build) => build.Model.Services.SelectMany(s => s.Steps)
        .GroupBy(s => s.Identity).Where(g => g.Count() > 1).Aggregate(TimeSpan.Zero, (sum, g) => sum + (build.Durations.Of(g.First()) * g.Count()));

    private sealed class CountingOrder
    {
        public List<string> Started { get; } = [];

        public IBuildOrder Around(IBuildOrder inner) => new Counting(inner, Started);

        private sealed class Counting(IBuildOrder inner, List<string> started) : IBuildOrder
        {
            public string? Next(BuildFrontier frontier)
            {
                var next = inner.Next(frontier) ?? (frontier.Running.Count == 0 ? frontier.Ready[0] : null);
                if (next is not null)
                    started.Add(next);
                return next;
            }
        }
    }
}
