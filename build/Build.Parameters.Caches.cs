partial class Build
{
    [Parameter("Lets ShowPlan show the cache mounts only; names those that PruneCache removes, by id, target, tool or service", Separator = ",")] readonly string[]? Mounts;
    [Parameter("How much build cache PruneCache keeps, such as 10GB")] readonly string? KeepStorage;
    [Parameter("Lets PruneCache keep what was used within this time, such as 7d")] readonly string? UnusedFor;
    [Parameter("Lets PruneCache remove all records of a forked cache mount but the largest")] readonly bool Forks;
    [Parameter("Lets PruneCache remove from cache mounts just what a tool began and never finished")] readonly bool Incomplete;
    [Parameter("Lets PruneCache remove internal and shared records too")] readonly bool All;
    [Parameter("The cache mount that CacheReport looks into, by id, target, tool or service")] readonly string? Inspect;
    [Parameter("Lets PruneCache show only what it would remove")] readonly bool DryRun;

    CacheSettings CacheSettings => new() { Inspect = Inspect };

    PruneSettings PruneSettings => new()
    {
        KeepStorage = KeepStorage,
        Mounts = Mounts ?? [],
        UnusedFor = UnusedFor,
        Scope = All ? PruneScope.All : PruneScope.Unshared,
        Forks = Forks ? ForkPruning.KeepLargest : ForkPruning.Ignore,
        Extent = Incomplete ? PruneExtent.Incomplete : PruneExtent.Whole,
        Mode = DryRun ? PruneMode.DryRun : PruneMode.Remove,
    };
}
