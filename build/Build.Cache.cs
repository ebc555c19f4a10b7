partial class Build
{
    Target CacheReport => _ => _
        .Description("Shows what the engine keeps for the project's cache mounts, their forks and orphans, and what it will remove by itself; --inspect looks inside one")
        .DependsOn(StartEngine)
        .After(BuildAll, PruneCache)
        .Executes(() => Run(workflow => workflow.CacheReportAsync()));

    Target PruneCache => _ => _
        .Description("Removes build cache, or just the cache mounts of --mounts or --forks, or what is --incomplete in them; images, containers and volumes stay")
        .DependsOn(StartEngine)
        .Before(CacheWarm, BuildAll, BuildSequential, BuildService)
        .Executes(() => Run(workflow => workflow.PruneCacheAsync()));
}
