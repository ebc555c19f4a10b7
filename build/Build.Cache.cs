partial class Build
{
    Target CacheReport => _ => _
        .Description("Shows the cache mounts that the engine keeps: id, size, last used, in use")
        .DependsOn(StartEngine)
        .After(BuildAll, PruneCache)
        .Executes(() => Run(workflow => workflow.CacheReportAsync()));

    Target PruneCache => _ => _
        .Description("Removes build cache down to --keep-storage; images, containers and volumes stay")
        .DependsOn(StartEngine)
        .Before(CacheWarm, BuildAll, BuildSequential, BuildService)
        .Executes(() => Run(workflow => workflow.PruneCacheAsync()));
}
