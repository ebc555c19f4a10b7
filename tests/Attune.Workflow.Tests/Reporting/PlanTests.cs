using Attune.Workflow.Failures;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.Reporting;

public sealed class PlanTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestHost _host;

    public PlanTests()
    {
        _host = new(_directory.Path);
        _directory.Write("compose.yml", """
            services:
              api:
                image: shop/api:${TAG:-1}
                build: { context: ./api, target: final, args: { MODE: fast }, tags: ["shop/api:more"], platforms: [linux/amd64] }
              db: { image: postgres }
            """);
        _directory.Write("api/Dockerfile", """
            FROM rust AS build
            ARG MODE
            RUN --mount=type=cache,id=cargo-${MODE},target=/cargo,sharing=locked \
                --mount=type=cache,target=/out make
            FROM build AS final
            FROM unused
            """);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Shows_for_people_what_would_be_built()
    {
        await ShowAsync(new());
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Shows_for_programs_what_would_be_built()
    {
        await ShowAsync(new() { Format = ReportFormat.Json });
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Writes_the_plan_to_a_file()
    {
        await ShowAsync(new() { Format = ReportFormat.Json, File = "out/plan.json" });
        Assert.Empty(_host.Output);
        Assert.StartsWith("{", await File.ReadAllTextAsync(Path.Combine(_directory.Path, "out", "plan.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_services_there_are_when_one_is_unknown()
    {
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => ShowAsync(new(), "apy"));
        Assert.Equal(ExitCodes.UsedWrongly, error.ExitCode);
        Assert.Equal("There is no service 'apy'\n  Services: api", error.ToString());
    }

    [Fact]
    public async Task Points_at_a_fault_in_a_Dockerfile()
    {
        _directory.Write("api/Dockerfile", "FROM rust AS final\nRUN --mount=type=cache,sharing=shred,target=/c make\n");
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => ShowAsync(new()));
        Assert.Equal(ExitCodes.WorkFailed, error.ExitCode);
        await Verifier.Verify(error.ToString());
    }

    [Fact]
    public async Task Points_at_a_fault_in_a_compose_file()
    {
        _directory.Write("compose.yml", "services:\n  api:\n    biuld: .\n");
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => ShowAsync(new()));
        await Verifier.Verify(error.ToString());
    }

    private async Task ShowAsync(OutputSettings output, params string[] services)
    {
        var settings = new WorkflowSettings(_directory.Path) { Output = output, Project = new() { Services = services } };
        await using var workflow = new AttuneWorkflow(settings, _host.Create());
        await workflow.ShowPlanAsync();
    }
}
