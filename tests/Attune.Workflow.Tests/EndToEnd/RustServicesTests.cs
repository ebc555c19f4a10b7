using Attune.Engines.Docker;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.EndToEnd;

/// <summary>Runs when nothing else uses the engine: what others prune could be what a build has just made.</summary>
[CollectionDefinition(nameof(RustServicesTests), DisableParallelization = true)]
public sealed class EngineOfItsOwn;

/// <summary>The main job, small: two of the Rust services and the web page, from their sources to running images.</summary>
[Collection(nameof(RustServicesTests))]
[Trait("Kind", "Engine")]
public sealed class RustServicesTests : IDisposable
{
    private const int TwentyMinutes = 20 * 60_000;
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [EngineFact(Timeout = TwentyMinutes)]
    public async Task Builds_services_that_answer_their_version_and_are_healthy()
    {
        string[] services = ["api", "notifier", "web"];
        var host = new TestHost(_directory.Path);
        await using (var workflow = new AttuneWorkflow(Settings(services), host.Create()))
        {
            await workflow.VerifyLockedMountsAsync();
            await workflow.PrepareBaseImagesAsync();
            await workflow.CacheWarmAsync();
            var summary = await workflow.BuildAllAsync();
            Assert.Equal(services.Length, summary.Facts.Where(f => f.Key is "Built" or "Cached").Sum(f => int.Parse(f.Value)));
            var again = await workflow.BuildAllAsync();
            Assert.True(again.Facts.Any(f => f is { Key: "Cached", Value: "3" }), host.Output);
        }

        await using var engine = await ConnectedEngine.ConnectAsync();
        var containers = engine!.Docker.Containers;
        foreach (var service in services[..2])
        {
            var version = await containers.RunAsync(new($"attune-{service}", ["--version"], TimeSpan.FromSeconds(30)), CancellationToken.None);
            Assert.Matches($@"^attune-{service} \d+\.\d+\.\d+", version.Output);
        }

        foreach (var service in services)
        {
            var health = await containers.CheckHealthAsync(new($"attune-{service}", [], TimeSpan.FromSeconds(60)), CancellationToken.None);
            Assert.True(health.Outcome == HealthOutcome.Healthy, $"{service}: {health}");
        }
    }

    private WorkflowSettings Settings(string[] services) => new(_directory.Path)
    {
        Engine = TestEngine.Address,
        Project = new() { Directory = RepositoryRoot.Path, Services = services },
    };
}
