partial class Build
{
    Target Benchmark => _ => _
        .Description("Measures the strategies, docker compose and docker buildx bake against each other; writes docs/performance.md")
        .DependsOn(BaseImages)
        .Executes(() => Run(workflow => workflow.BenchmarkAsync()));

    Target SimulateCores => _ => _
        .Description("Says from cargo's timings what a first build takes by each strategy on 2 to 32 cores")
        .Executes(() => Run(workflow => workflow.SimulateCoresAsync()));
}
