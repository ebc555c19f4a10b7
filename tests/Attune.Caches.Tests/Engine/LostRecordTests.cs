using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Running;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;

namespace Attune.Caches.Tests.Engine;

/// <summary>An engine that has lost the data of a cache, as after it was killed: one of its own, since nothing mends it.</summary>
[Trait("Kind", "Engine")]
public sealed class LostRecordTests
{
    private const string Dockerfile = """
        FROM attune-test/busybox:1 AS api
        RUN --mount=type=cache,id=whole,target=/whole echo > /whole/file
        RUN --mount=type=cache,id=lost,target=/lost echo > /lost/here-was-a-cache
        """;

    private const int Attempts = 5;

    // An engine measures new caches about a second after a build, and never misses the data of one whose size it knows: then there is nothing to see.
    [TwoEnginesFact]
    public async Task A_record_whose_data_is_lost_is_named_and_hides_no_other()
    {
        var attempts = 0;
        while (!await IsMissedAsync())
            Assert.True(++attempts < Attempts, "The engine measured the cache before its data was lost, each time.");
    }

    private static async Task<bool> IsMissedAsync()
    {
        await using var engine = await OwnEngine.StartAsync();
        using var project = SampleProject.Of(Dockerfile, "api");
        var options = new BuildOptions(LayerCachePolicy.Rerun, BasePullPolicy.Missing);
        var built = await new ProjectBuilder(engine.Connected.Builds, TimeProvider.System)
            .BuildAsync(project.Plan(), options, new(1, FailurePolicy.Continue), new Silence(), CancellationToken.None);
        Assert.True(built.IsSuccess);
        Lose(engine.DataRoot);

        var client = engine.Connected.Client;
        var caches = ProjectCache.Of(project.Plan());
        var inventory = await CacheInventory.ReadAsync(client, caches, new(), DateTimeOffset.UnixEpoch, CancellationToken.None);
        if (inventory.Lost.IsEmpty)
            return false;
        Assert.Equal(["whole"], inventory.Caches.Select(k => k.Cache?.Id));
        var lost = Assert.Single(inventory.Lost);
        Assert.DoesNotContain(lost, inventory.Records.Select(r => r.Id));
        Assert.Contains("/whole", Assert.Single(await client.DiskUsageAsync(["type==exec.cachemount"])).Description, StringComparison.Ordinal);
        Assert.DoesNotContain(lost, (await new MarkedRecords(client, "here-was-a-cache").ListAsync(CancellationToken.None)).Select(r => r.Id));
        return true;
    }

    private static void Lose(string dataRoot)
    {
        string[] stores = [Path.Combine(dataRoot, "overlay2"), Path.Combine(dataRoot, "vfs", "dir")];
        string[] places = ["here-was-a-cache", Path.Combine("diff", "here-was-a-cache")];
        var layers = stores.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories);
        Directory.Delete(layers.First(layer => places.Any(place => File.Exists(Path.Combine(layer, place)))), recursive: true);
    }
}
