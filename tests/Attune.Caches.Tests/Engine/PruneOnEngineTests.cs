using Attune.Caches.Inventory;
using Attune.Caches.Pruning;
using Attune.Dockerfiles.Mounts;

namespace Attune.Caches.Tests.Engine;

/// <summary>Pruning single cache mounts of a real engine.</summary>
[Trait("Kind", "Engine")]
[Collection("Engine")]
public sealed class PruneOnEngineTests(CacheLab lab) : IClassFixture<CacheLab>
{
    private const string Dockerfile = """
        FROM attune-test/busybox:1 AS base
        FROM base AS one
        RUN --mount=type=cache,target=/ID/registry,sharing=locked \
            --mount=type=cache,target=/ID/target,sharing=locked \
            seq 200000 > /ID/registry/numbers && seq 100000 > /ID/target/numbers
        FROM base AS two
        RUN --mount=type=cache,target=/ID/registry,sharing=locked echo two >> /ID/registry/two
        """;

    [EngineFact]
    public async Task Removes_the_named_mount_as_foretold_and_leaves_all_other_records_as_they_were()
    {
        lab.Use(Dockerfile, "one", "two");
        await lab.BuildAsync();
        var before = await lab.SettledAsync();
        var plan = PrunePlan.Of(before, new() { Mounts = ["target"] }, DateTimeOffset.UtcNow);
        var gone = Assert.Single(plan.Expected);
        Assert.Equal($"/{lab.Id}/target", before.Caches.Single(k => k.Record == gone).Cache!.Id);

        var outcome = await CachePruner.RunAsync(lab.Client, plan, CancellationToken.None);
        Assert.Equal(plan.Expected.Select(r => r.Id), outcome.Removed.Select(r => r.Id));
        Assert.InRange(outcome.Bytes, plan.Bytes * 0.99, plan.Bytes * 1.01);
        Assert.Empty(outcome.Left.Concat(outcome.Unconfirmed));

        var after = await lab.InventoryAsync();
        string Own(CacheInventory inventory, string without) => string.Join('\n', inventory.Caches
            .Where(k => k.Name.Target.Contains(lab.Id, StringComparison.Ordinal) && k.Record.Id != without)
            .Select(k => $"{k.Record.Id} {k.Record.Size}"));
        Assert.Equal(Own(before, gone.Id), Own(after, ""));
        Assert.Single(after.RecordsOf(after.ProjectCaches.Single(c => c.Id.EndsWith("registry", StringComparison.Ordinal))));
    }

    [EngineFact]
    public async Task Reports_a_mount_in_use_instead_of_removing_it()
    {
        lab.Use("""
            FROM attune-test/busybox:1 AS holds
            RUN --mount=type=cache,target=/ID/held,sharing=locked echo held-ID && sleep 60
            """, "holds");
        using var stop = new CancellationTokenSource();
        var build = lab.BuildAsync(stop.Token);
        while (!(await lab.InventoryAsync()).Caches.Any(k => k.Record.IsInUse && k.Name.Target == $"/{lab.Id}/held"))
            await Task.Delay(100);
        var plan = PrunePlan.Of(await lab.InventoryAsync(), new() { Mounts = ["held"] }, DateTimeOffset.UtcNow);
        await stop.CancelAsync();
        await build;
        Assert.Null(plan.Request);
        Assert.Equal($"/{lab.Id}/held", Assert.Single(plan.InUse).Cache!.Id);
    }

    [EngineFact]
    public async Task Finds_a_fork_says_why_and_keeps_the_largest_record()
    {
        lab.Use("""
            FROM attune-test/busybox:1 AS base
            FROM base AS slow
            RUN --mount=type=cache,target=/ID/forked,sharing=locked seq 100000 > /ID/forked/numbers && sleep 3
            FROM base AS quick
            RUN sleep 1.5
            RUN --mount=type=cache,target=/ID/forked echo small > /ID/forked/small
            """, "slow", "quick");
        await lab.BuildAsync();
        var inventory = await lab.SettledAsync();
        var fork = Assert.Single(inventory.Forks);
        Assert.Equal(2, fork.Records.Length);
        Assert.Equal("mixed sharing: shared in quick; locked in slow", fork.Reason);
        Assert.Equal([CacheSharing.Shared, CacheSharing.Locked], inventory.ProjectCaches.Single().Sharing.ToArray());

        var plan = PrunePlan.Of(inventory, new() { Forks = ForkPruning.KeepLargest }, DateTimeOffset.UtcNow);
        await CachePruner.RunAsync(lab.Client, plan, CancellationToken.None);
        var kept = Assert.Single((await lab.InventoryAsync()).RecordsOf(inventory.ProjectCaches.Single()));
        Assert.InRange(kept.Record.Size, 500_000, long.MaxValue);
    }

    [EngineFact]
    public async Task Tells_a_mount_that_the_project_gave_up_from_those_of_others()
    {
        lab.Use(Dockerfile, "one", "two");
        await lab.BuildAsync();
        var seen = new CacheLedger().With((await lab.InventoryAsync()).Caches, DateTimeOffset.UtcNow);
        lab.Use("FROM attune-test/busybox:1 AS two\nRUN --mount=type=cache,target=/ID/registry,sharing=locked true\n", "two");
        var target = (await lab.InventoryAsync(seen)).Caches.Single(k => k.Name.Target == $"/{lab.Id}/target");
        Assert.Equal(CacheOwnership.Orphan, target.Ownership);
        Assert.Equal(CacheOwnership.Other, (await lab.InventoryAsync()).Caches.Single(k => k.Record.Id == target.Record.Id).Ownership);
    }
}
