partial class Build
{
    Target VerifyLockedMounts => _ => _
        .Description("Reports hazards of cache mounts; fails when builds would break each other, such as by writing one cache unlocked")
        .Before(StartEngine)
        .Executes(() => Run(workflow => workflow.VerifyLockedMountsAsync()));

    Target FixLockedMounts => _ => _
        .Description("Repairs in the Dockerfiles what VerifyLockedMounts finds, as far as builds stay the same")
        .Executes(() => Run(workflow => workflow.FixLockedMountsAsync()));

    Target ExplainRule => _ => _
        .Description("Explains a rule of VerifyLockedMounts, or lists them all")
        .Executes(() => Run(workflow => workflow.ExplainRuleAsync()));

    Target ShowPlan => _ => _
        .Description("Shows what would be built: context, Dockerfile, target, args, tags, cache mounts")
        .Executes(() => Run(workflow => workflow.ShowPlanAsync()));
}
