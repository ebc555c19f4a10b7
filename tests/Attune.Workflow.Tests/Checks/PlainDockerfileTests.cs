using Attune.Workflow.Failures;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.Checks;

public sealed class PlainDockerfileTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestHost _host;

    public PlainDockerfileTests()
    {
        _host = new(_directory.Path);
        _directory.Write("app.Dockerfile", """
            FROM rust:1.92 AS api
            RUN --mount=type=cache,target=/root/.m2 mvn -pl api package
            FROM rust:1.92 AS worker
            RUN --mount=type=cache,target=/root/.m2 mvn -pl worker package
            FROM scratch
            COPY --from=api / /
            """);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Warns_of_targets_that_would_race_if_they_were_built_together()
    {
        await using var workflow = Workflow(new());
        await workflow.VerifyLockedMountsAsync();
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Finds_that_two_named_targets_of_a_Dockerfile_race()
    {
        await using var workflow = Workflow(new(), "api", "worker");
        await Assert.ThrowsAsync<WorkflowFailedException>(workflow.VerifyLockedMountsAsync);
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Repairs_a_Dockerfile()
    {
        await using var workflow = Workflow(new());
        await workflow.FixLockedMountsAsync();
        await workflow.VerifyLockedMountsAsync();
        Assert.Equal(["Fixed app.Dockerfile"], _host.Announced);
    }

    [Fact]
    public async Task Shows_who_mounts_which_cache()
    {
        await using var workflow = Workflow(new());
        await workflow.ShowPlanAsync();
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Shows_for_programs_who_mounts_which_cache()
    {
        await using var workflow = Workflow(new() { Format = ReportFormat.Json });
        await workflow.ShowPlanAsync();
        await Verifier.Verify(_host.Output);
    }

    [Theory]
    [InlineData(ReportFormat.Sarif)]
    [InlineData(ReportFormat.GitHub)]
    public async Task Shows_no_plan_in_a_format_for_findings(ReportFormat format)
    {
        await using var workflow = Workflow(new() { Format = format });
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(workflow.ShowPlanAsync);
        Assert.Equal(ExitCodes.UsedWrongly, error.ExitCode);
    }

    [Fact]
    public async Task Says_when_a_Dockerfile_is_not_there()
    {
        File.Delete(Path.Combine(_directory.Path, "app.Dockerfile"));
        await using var workflow = Workflow(new());
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(workflow.VerifyLockedMountsAsync);
        Assert.Equal(ExitCodes.UsedWrongly, error.ExitCode);
        Assert.Contains("app.Dockerfile doesn't exist", error.Message, StringComparison.Ordinal);
    }

    private AttuneWorkflow Workflow(OutputSettings output, params string[] services) => new(
        new(_directory.Path)
        {
            Output = output,
            Project = new() { Dockerfiles = ["app.Dockerfile"], Services = services },
            Check = new() { View = PlanView.Mounts },
        },
        _host.Create());
}
