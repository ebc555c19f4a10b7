partial class Build
{
    Target CacheRestore => _ => _
        .Description("Fills the project's cache mounts, or those of --mounts, from the archives in --store")
        .DependsOn(BaseImages)
        .After(PruneCache)
        .Before(CacheWarm, BuildAll, BuildSequential, BuildService)
        .Executes(() => Run(workflow => workflow.CacheRestoreAsync()));

    Target CacheSave => _ => _
        .Description("Saves the project's cache mounts, or those of --mounts, as archives in --store")
        .DependsOn(BaseImages)
        .After(CacheRestore, CacheWarm, BuildAll, BuildSequential, BuildService)
        .Executes(() => Run(workflow => workflow.CacheSaveAsync()));
}
