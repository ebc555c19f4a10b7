using Attune.Builds.Events;
using Attune.Builds.Running;
using Xunit.Abstractions;

namespace Attune.Fleets.Tests.Engine;

/// <summary>Six services on two real engines.</summary>
[Trait("Kind", "Engine")]
public sealed class FleetBuildTests(ITestOutputHelper output)
{
    private const int Services = 6;

    // Differs from run to run, so that nothing is cached.
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];

    [TwoEnginesFact]
    public async Task All_images_come_to_the_first_engine_with_the_contents_they_have_when_one_engine_builds_all()
    {
        await using var first = (await ConnectedEngine.ConnectAsync())!;
        await using var second = await OwnEngine.StartAsync();
        using var project = Project("together");
        var (result, events) = await Fleet.BuildAsync(project, [first, second.Connected], 2);
        Assert.True(result.IsSuccess, string.Join('\n', result.Services.Select(s => s.Failure?.Message)));
        Assert.Equal(SampleProject.Names(Services), result.Services.Select(s => s.Service));
        Assert.Equal([3, 3], result.Services.CountBy(s => s.Engine!).Select(c => c.Value));
        Assert.Single(events.OfType<BuildStarted>());
        Assert.IsType<BuildFinished>(events[^1]);
        Assert.All(events.OfType<ServiceStarted>(), e => Assert.Equal(result.Services.Single(s => s.Service == e.Service).Engine, e.Engine));

        using var alone = Project("alone");
        Assert.True((await Fleet.BuildAsync(alone, [first], 2)).Result.IsSuccess);
        var contents = new List<string>();
        foreach (var service in SampleProject.Names(Services))
        {
            contents.Add(await Fleet.ContentAsync(first, $"fleet-{_id}-alone/{service}"));
            Assert.Equal(contents[^1], await Fleet.ContentAsync(first, $"fleet-{_id}-together/{service}"));
        }

        Assert.Equal(Services, contents.Distinct().Count());

        // With nothing changed, nothing is built and nothing loaded.
        Assert.All((await Fleet.BuildAsync(project, [first, second.Connected], 2)).Result.Services, s => Assert.Equal(ServiceOutcome.Cached, s.Outcome));
        foreach (var image in SampleProject.Names(Services).SelectMany(s => new[] { $"fleet-{_id}-alone/{s}", $"fleet-{_id}-together/{s}" }))
            await first.Docker.Images.RemoveAsync(image, CancellationToken.None);
    }

    [TwoEnginesFact]
    public async Task A_failure_on_one_engine_ends_the_builds_on_the_other_when_asked_to()
    {
        await using var first = (await ConnectedEngine.ConnectAsync())!;
        await using var second = await OwnEngine.StartAsync();
        using var project = SampleProject.Of(2, $"FROM attune-test/busybox:1\nARG SERVICE\nRUN echo {_id}; if [ $SERVICE = a ]; then sleep 2; exit 3; fi; sleep 100\n", $"fleet-{_id}");
        var (result, events) = await Fleet.BuildAsync(project, [first, second.Connected], 1, FailurePolicy.FailFast);
        Assert.Equal([ServiceOutcome.Failed, ServiceOutcome.Cancelled], result.Services.Select(s => s.Outcome));
        Assert.Equal(2, result.Services.Select(s => s.Engine).Distinct().Count());
        Assert.InRange(result.Duration, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.IsType<BuildFinished>(events[^1]);
    }

    // What the cores do without engines is printed beside it: where they are halves of one, no engine can do better.
    [TwoEnginesFact(IsMeasurement = true)]
    public async Task Two_engines_with_a_core_each_take_at_most_065_of_what_one_takes()
    {
        await using var first = await OwnEngine.StartAsync(core: 0);
        await using var second = await OwnEngine.StartAsync(core: 1);
        await using var alone = await OwnEngine.StartAsync(core: 0);
        var ratios = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            using var work = SampleProject.Of(
                Services, $"FROM attune-test/busybox:1\nARG SERVICE\nRUN echo {_id}{round}; {CoreWork.Script}; echo $i > /out\n", $"fleet-{_id}");
            var one = (await Fleet.BuildAsync(work, [alone.Connected], 2)).Result;
            var two = (await Fleet.BuildAsync(work, [first.Connected, second.Connected], 1)).Result;
            Assert.True(one.IsSuccess && two.IsSuccess);
            ratios.Add(two.Duration / one.Duration);
            output.WriteLine($"one engine {one.Duration.TotalSeconds:0.0} s, two {two.Duration.TotalSeconds:0.0} s: {ratios[^1]:0.00}");
        }

        output.WriteLine($"without engines {await CoreWork.BothOfOneAsync(Services):0.00}");
        Assert.InRange(ratios.Order().ElementAt(1), 0, 0.65);
    }

    private SampleProject Project(string name) => SampleProject.Of(
        Services, $"FROM attune-test/busybox:1\nARG SERVICE\nRUN echo {name} > /dev/null; mkdir /app && seq 50000 > /app/numbers && echo $SERVICE > /app/name && chmod 600 /app/name\n", $"fleet-{_id}-{name}");
}
