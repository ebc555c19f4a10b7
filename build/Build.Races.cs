partial class Build
{
    Target RaceLab => _ => _
        .Description("Lets builds race for cargo's caches on purpose, and counts the failures of each way of mounting them")
        .DependsOn(BaseImages)
        .Executes(() => Run(workflow => workflow.RaceLabAsync()));
}
