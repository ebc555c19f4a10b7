partial class Build
{
    Target BaseImages => _ => _
        .Description("Makes base images from Debian packages when no registry can be reached")
        .DependsOn(StartEngine)
        .Executes(() => Run(workflow => workflow.PrepareBaseImagesAsync()));

    Target CacheWarm => _ => _
        .Description("Builds the warm service, so that the shared caches are filled")
        .DependsOn(VerifyLockedMounts, BaseImages)
        .Executes(() => Run(workflow => workflow.CacheWarmAsync()));

    Target BuildAll => _ => _
        .Description("Builds all services in parallel, after CacheWarm when both are asked for")
        .DependsOn(VerifyLockedMounts, BaseImages)
        .After(CacheWarm)
        .Executes(() => Run(workflow => workflow.BuildAllAsync()));

    Target BuildSequential => _ => _
        .Description("Builds all services one at a time, in compose order")
        .DependsOn(BaseImages)
        .Executes(() => Run(workflow => workflow.BuildSequentialAsync()));

    Target BuildService => _ => _
        .Description("Builds the service of --service")
        .DependsOn(BaseImages)
        .After(CacheWarm)
        .Executes(() => Run(workflow => workflow.BuildServiceAsync()));

    Target Up => _ => _
        .Description("Recreates the container of --service from its new image, through docker compose")
        .DependsOn(StartEngine)
        .After(BuildService, BuildAll, BuildSequential)
        .Executes(() => Run(workflow => workflow.UpAsync()));
}
