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

    [TwoEnginesFact]
    public async Task A_record_whose_data_is_lost_is_named_and_hides_no_other()
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
        Assert.Equal(["whole"], inventory.Caches.Select(k => k.Cache?.Id));
        var lost = Assert.Single(inventory.Lost);
        Assert.DoesNotContain(lost, inventory.Records.Select(r => r.Id));
        Assert.Contains("/whole", Assert.Single(await client.DiskUsageAsync(["type==exec.cachemount"])).Description, StringComparison.Ordinal);
        Assert.DoesNotContain(lost, (await new MarkedRecords(client, "here-was-a-cache").ListAsync(CancellationToken.None)).Select(r => r.Id));
    }

    private static void Lose(string dataRoot)
    {
        var place = new DirectoryInfo(Directory.EnumerateFiles(dataRoot, "here-was-a-cache", SearchOption.AllDirectories).First()).Parent!;
        while (place.Parent!.Name is not ("overlay2" or "dir"))
            place = place.Parent;
        place.Delete(recursive: true);
    }
}
