partial class Build
{
    Target Benchmark => _ => _
        .Description("Measures the strategies, docker compose and docker buildx bake against each other; writes docs/performance.md")
        .DependsOn(BaseImages)
        .Executes(() => Run(workflow => workflow.BenchmarkAsync()));
}
