partial class Build
{
    Target StartEngine => _ => _
        .Description("Finds a Docker Engine, or starts one for this checkout")
        .Executes(() => Run(workflow => workflow.StartEngineAsync()));

    Target EngineInfo => _ => _
        .Description("Describes the engine in use")
        .DependsOn(StartEngine)
        .Executes(() => Run(workflow => workflow.EngineInfoAsync()));

    Target StopEngine => _ => _
        .Description("Stops the engine of this checkout; never touches another one")
        .After(BuildAll, BuildSequential, BuildService, Up, CacheReport, PruneCache, CacheSave, CacheRestore, EngineInfo)
        .Executes(() => Run(workflow => workflow.StopEngineAsync()));
}
