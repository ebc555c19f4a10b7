using Attune.Engines.Docker;
using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Engines.Tests.Docker;

[Trait("Kind", "Engine")]
[Collection(EngineTestGroup.Name)]
public sealed class DockerImagesTests(EngineFixture engine)
{
    private IDockerImages Images => engine.Docker.Images;

    [EngineFact]
    public async Task An_imported_image_has_an_id_a_size_and_its_name()
    {
        var image = await Images.FindAsync(EngineFixture.Image, CancellationToken.None);
        Assert.NotNull(image);
        Assert.StartsWith("sha256:", image.Id, StringComparison.Ordinal);
        Assert.True(image.Size > 500_000);
        Assert.Equal([EngineFixture.Image], image.Tags);
        Assert.Empty(image.HealthCheck);
    }

    [EngineFact]
    public async Task An_image_that_is_not_there_is_null() =>
        Assert.Null(await Images.FindAsync("attune-test/nothing:1", CancellationToken.None));

    [EngineFact]
    public async Task A_second_name_is_given_and_taken_away_without_the_image()
    {
        await Images.TagAsync(EngineFixture.Image, "attune-test/second", CancellationToken.None);
        var first = await Images.FindAsync(EngineFixture.Image, CancellationToken.None);
        var second = await Images.FindAsync("attune-test/second:latest", CancellationToken.None);
        Assert.Equal(first!.Id, second!.Id);

        await Images.RemoveAsync("attune-test/second", CancellationToken.None);
        await Images.RemoveAsync("attune-test/second", CancellationToken.None);
        Assert.Null(await Images.FindAsync("attune-test/second", CancellationToken.None));
        Assert.NotNull(await Images.FindAsync(EngineFixture.Image, CancellationToken.None));
    }

    [EngineFact]
    public async Task Naming_an_image_that_is_not_there_says_so()
    {
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Images.TagAsync("attune-test/nothing", "attune-test/x", CancellationToken.None));
        Assert.Contains("No such image", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [EngineFact]
    public async Task A_malformed_name_is_refused()
    {
        using var tar = BusyBox.Tar();
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Images.ImportAsync(tar, "UPPER/case", [], CancellationToken.None));
        Assert.Contains("UPPER/case", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_broken_archive_is_refused()
    {
        using var tar = new MemoryStream("no archive at all"u8.ToArray());
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Images.ImportAsync(tar, "attune-test/broken", [], CancellationToken.None));
        Assert.StartsWith("Can't import attune-test/broken: ", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_registry_that_does_not_answer_is_named_as_the_reason()
    {
        // Nothing listens on port 1 of the engine's own host.
        var error = await Assert.ThrowsAsync<ImagePullException>(
            () => Images.PullAsync("127.0.0.1:1/attune-test/x:1", TimeSpan.FromSeconds(60), null, CancellationToken.None));
        Assert.Equal(PullFault.RegistryUnreachable, error.Fault);
    }

    [EngineFact]
    public async Task A_pull_ends_at_its_time_limit()
    {
        using var silent = new SilentServer();
        var error = await Assert.ThrowsAsync<ImagePullException>(
            () => Images.PullAsync($"127.0.0.1:{silent.Port}/x:1", TimeSpan.FromSeconds(2), null, CancellationToken.None));
        Assert.Equal(PullFault.RegistryUnreachable, error.Fault);
        Assert.Contains("2 s", error.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public Task An_engine_without_a_bridge_gives_steps_the_host_network()
    {
        Assert.Equal(RunNetwork.Host, engine.Info.DefaultRunNetwork);
        Assert.True(engine.Info is { Cpus: > 0, Memory: > 0 });
        return Task.CompletedTask;
    }
}
