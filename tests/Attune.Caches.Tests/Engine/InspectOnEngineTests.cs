using Attune.Builds.Caching;
using Attune.Caches.Inspection;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Recovery.Sweeping;

namespace Attune.Caches.Tests.Engine;

/// <summary>Looking into cache mounts of a real engine.</summary>
[Trait("Kind", "Engine")]
[Collection("Engine")]
public sealed class InspectOnEngineTests(CacheLab lab) : IClassFixture<CacheLab>
{
    // Engines that name no ids tell caches by their targets: each test has its own.
    private static string Place => $"/ID/{Guid.NewGuid().ToString("N")[..8]}/";

    private const string Fill = """
        r=/ID/cargo/registry && mkdir -p $r/src/index/whole-1.0 $r/src/index/half-2.0 $r/cache/index && \
            echo '{"v":1}' > $r/src/index/whole-1.0/.cargo-ok && : > $r/src/index/half-2.0/.cargo-ok && \
            seq 200000 > $r/src/index/whole-1.0/lib.rs && echo x > $r/cache/index/whole-1.0.crate && chmod 700 $r/src
        """;

    [EngineTheory]
    [InlineData("sharing=locked")]
    [InlineData("sharing=shared")]
    [InlineData("sharing=private")]
    [InlineData("sharing=locked,uid=1000,gid=1001,mode=0700")]
    [InlineData("from=attune-test/busybox:1")]
    [InlineData("id=crates-ID,sharing=locked")]
    public async Task Shows_what_lies_inside_and_leaves_every_record_as_it_was(string options)
    {
        lab.Use($"FROM attune-test/busybox:1 AS one\nUSER 1000:1000\nRUN true\nUSER 0:0\nRUN --mount=type=cache,target=/ID/cargo/registry,{options} {Fill}".Replace("/ID/", Place, StringComparison.Ordinal), "one");
        await lab.BuildAsync();
        var before = await lab.SettledAsync();
        var cache = Assert.Single(before.ProjectCaches);
        var inspector = new CacheInspector(lab.Project.Plan(), new CacheVisitor(lab.BuildEngine));
        var contents = await inspector.InspectAsync(cache, CancellationToken.None);
        var after = await lab.SettledAsync();

        Assert.InRange(contents.Size!.Value, 1_000_000, 4_000_000);
        Assert.Contains("src/index/whole-1.0", contents.LargestFolders(2).Select(f => f.Path));
        Assert.Equal("1 downloaded crates, 1 unpacked crates", string.Join(", ", contents.Entries.Select(e => $"{e.Count} {e.What}")));
        Assert.Equal("cargo", Assert.Single(contents.Swept));
        Assert.Equal("src/index/half-2.0", Assert.Single(contents.Incomplete));
        Assert.Equal(Mounts(before), Mounts(after));
        // The engine is others', too: their visits aren't this one's.
        Assert.DoesNotContain(
            after.Records,
            r => r.Description.Contains("attune-visit", StringComparison.Ordinal) && r.Description.Contains(cache.Targets.Single(), StringComparison.Ordinal));
        var record = Assert.Single(after.RecordsOf(cache)).Record;
        Assert.True(contents.Record is null || contents.Record == record.Id, contents.Record);
    }

    [EngineTheory]
    [InlineData("sharing=locked")]
    [InlineData("sharing=shared,uid=1000,gid=1001,mode=0700")]
    public async Task Heals_a_cache_by_removing_what_is_incomplete_and_nothing_else(string options)
    {
        lab.Use($"FROM attune-test/busybox:1 AS one\nRUN --mount=type=cache,target=/ID/cargo/registry,{options} {Fill}".Replace("/ID/", Place, StringComparison.Ordinal), "one");
        await lab.BuildAsync();
        var before = await lab.SettledAsync();
        var cache = Assert.Single(before.ProjectCaches);
        var inspector = new CacheInspector(lab.Project.Plan(), new CacheVisitor(lab.BuildEngine));
        foreach (var mode in new[] { SweepMode.Look, SweepMode.Look, SweepMode.Remove })
            Assert.Equal("src/index/half-2.0", Assert.Single((await inspector.SweepAsync(cache, mode, CancellationToken.None)).Incomplete));
        var contents = await inspector.InspectAsync(cache, CancellationToken.None);
        Assert.Empty(contents.Incomplete);
        Assert.Equal("1 downloaded crates, 1 unpacked crates", string.Join(", ", contents.Entries.Select(e => $"{e.Count} {e.What}")));
        Assert.Equal(3, contents.Files);
        Assert.Equal(before.RecordsOf(cache).Select(r => r.Record.Id), (await lab.SettledAsync()).RecordsOf(cache).Select(r => r.Record.Id));
    }

    [EngineFact]
    public async Task Looks_into_a_shared_cache_while_a_build_uses_it()
    {
        lab.Use($"FROM attune-test/busybox:1 AS one\nRUN --mount=type=cache,target=/ID/cargo/registry {Fill} && sleep 60".Replace("/ID/", Place, StringComparison.Ordinal), "one");
        using var stop = new CancellationTokenSource();
        var build = lab.BuildAsync(stop.Token);
        var cache = ProjectCache.Of(lab.Project.Plan()).Single();
        while (!(await lab.InventoryAsync()).RecordsOf(cache).Any(k => k.Record.IsInUse))
            await Task.Delay(100);
        await Task.Delay(1000);
        var inspector = new CacheInspector(lab.Project.Plan(), new CacheVisitor(lab.BuildEngine));
        var contents = await inspector.InspectAsync(cache, CancellationToken.None);
        var records = (await lab.InventoryAsync()).RecordsOf(cache).ToList();
        await stop.CancelAsync();
        await build;
        Assert.Equal("src/index/half-2.0", Assert.Single(contents.Incomplete));
        Assert.Single(records);
    }

    /// <summary>Engines before 25 don't say which cache a record is of; the directory that a look into the cache sees does.</summary>
    [EngineFact]
    public async Task A_look_tells_records_apart_that_the_engine_does_not()
    {
        lab.Use("""
            FROM attune-test/busybox:1 AS one
            RUN --mount=type=cache,id=a-ID,target=/ID/same,sharing=locked echo a > /ID/same/a
            FROM attune-test/busybox:1 AS two
            RUN --mount=type=cache,id=b-ID,target=/ID/same,sharing=locked echo bb > /ID/same/b
            """, "one", "two");
        await lab.BuildAsync();
        var inventory = await lab.InventoryAsync();
        var inspector = new CacheInspector(lab.Project.Plan(), new CacheVisitor(lab.BuildEngine));
        var ledger = new CacheLedger();
        foreach (var cache in inventory.ProjectCaches)
            ledger = ledger.With(await inspector.InspectAsync(cache, CancellationToken.None), DateTimeOffset.UtcNow);
        if (ledger.Entries.IsEmpty)
            return;
        var known = await lab.InventoryAsync(ledger);
        Assert.All(known.ProjectCaches, c => Assert.Single(known.RecordsOf(c)));
        Assert.Equal(2, known.Caches.Count(k => k.Cache is not null));
    }

    private static string Mounts(CacheInventory inventory) => string.Join(
        '\n', inventory.Caches.Where(k => k.Ownership == CacheOwnership.Project).OrderBy(k => k.Record.Id, StringComparer.Ordinal).Select(k => $"{k.Record.Id} {k.Record.Size}"));
}
