using Attune.Strategies;
using Attune.Workflow.Failures;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.Reporting;

public sealed class ScheduleTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestHost _host;

    public ScheduleTests()
    {
        _host = new(_directory.Path);
        _directory.Write("compose.yml", """
            services:
              web: { build: web }
              api: { build: { context: ., args: { S: api } } }
              worker: { build: { context: ., args: { S: worker } } }
            """);
        _directory.Write("Dockerfile", "FROM rust\nARG S\nCOPY . .\nRUN --mount=type=cache,target=/target,sharing=locked cargo build -p $S\n");
        _directory.Write("web/Dockerfile", "FROM nginx\nCOPY . .\n");
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Says_before_the_first_build_who_will_wait_for_whom()
    {
        await ShowAsync(new(), new() { MaxParallel = 2 });
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Says_it_for_programs()
    {
        await ShowAsync(new() { Format = ReportFormat.Json }, new() { MaxParallel = 2 });
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Follows_the_strategy()
    {
        await ShowAsync(new(), new() { MaxParallel = 2, Strategy = BuildStrategy.WarmThenParallel });
        await Verifier.Verify(_host.Output);
    }

    [Theory]
    [InlineData(ReportFormat.Sarif)]
    [InlineData(ReportFormat.GitHub)]
    public async Task Has_no_format_for_findings(ReportFormat format)
    {
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => ShowAsync(new() { Format = format }, new()));
        Assert.Equal(ExitCodes.UsedWrongly, error.ExitCode);
    }

    private async Task ShowAsync(OutputSettings output, BuildSettings build)
    {
        await using var workflow = new AttuneWorkflow(
            new(_directory.Path) { Output = output, Build = build, Check = new() { View = PlanView.Schedule } }, _host.Create());
        await workflow.ShowPlanAsync();
    }
}
