partial class Build
{
    Target VerifyLockedMounts => _ => _
        .Description("Fails when a cache mount that several services write is not sharing=locked")
        .Before(StartEngine)
        .Executes(() => Run(workflow => workflow.VerifyLockedMountsAsync()));

    Target ShowPlan => _ => _
        .Description("Shows what would be built: context, Dockerfile, target, args, tags, cache mounts")
        .Executes(() => Run(workflow => workflow.ShowPlanAsync()));
}
