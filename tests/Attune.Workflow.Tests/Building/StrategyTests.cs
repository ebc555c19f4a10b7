using System.Globalization;
using Attune.Strategies;
using Attune.Workflow.Building;
using Attune.Workflow.Failures;

namespace Attune.Workflow.Tests.Building;

/// <summary>Strategies and other Dockerfiles on a small project whose mounts race as they are written.</summary>
public sealed class StrategyTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestHost _host;

    public StrategyTests()
    {
        _host = new(_directory.Path);
        _directory.Write("compose.yml", "services: { api: { build: { context: ., args: { S: api } } }, worker: { build: { context: ., args: { S: worker } } }, web: { build: web } }");
        _directory.Write("Dockerfile", "FROM maven\nARG S\nRUN --mount=type=cache,target=/root/.m2 mvn -pl $S package\n");
        _directory.Write("Dockerfile.optimized", "FROM scratch\nCOPY compose.yml /\n");
        _directory.Write("web/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(BuildStrategy.Locked)]
    [InlineData(BuildStrategy.CompileOnce)]
    public async Task What_the_run_builds_is_what_is_checked(BuildStrategy strategy)
    {
        await using var workflow = Workflow(strategy);
        await Assert.ThrowsAsync<WorkflowFailedException>(workflow.VerifyLockedMountsAsync);
        workflow.ExpectBuild();
        await workflow.VerifyLockedMountsAsync();
    }

    [Fact]
    public async Task Asking_for_unlocked_mounts_does_not_pass_the_check_of_what_is_written()
    {
        await using var workflow = Workflow(BuildStrategy.Unlocked);
        workflow.ExpectBuild();
        await Assert.ThrowsAsync<WorkflowFailedException>(workflow.VerifyLockedMountsAsync);
    }

    [Theory]
    [InlineData("nowhere/Dockerfile")]
    [InlineData("Dockerfile", "Dockerfile.optimized")]
    public async Task Services_are_built_from_one_Dockerfile_that_is_there(params string[] dockerfiles)
    {
        await using var workflow = Workflow(BuildStrategy.Parallel, dockerfiles);
        workflow.ExpectBuild();
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(workflow.VerifyLockedMountsAsync);
        Assert.Equal(ExitCodes.UsedWrongly, error.ExitCode);
    }

    [EngineTheory]
    [InlineData(BuildStrategy.CompileOnce)]
    [InlineData(BuildStrategy.Parallel, "Dockerfile.optimized")]
    public async Task Builds_every_service_from_another_Dockerfile_but_the_one_that_has_its_own(BuildStrategy strategy, params string[] dockerfiles)
    {
        await using var workflow = Workflow(strategy, dockerfiles);
        var facts = (await workflow.BuildAllAsync()).Facts;
        Assert.Equal(3, facts.Where(f => f.Key is "Built" or "Cached").Sum(f => int.Parse(f.Value, CultureInfo.InvariantCulture)));
    }

    [EngineTheory]
    [InlineData(BuildStrategy.Sequential)]
    [InlineData(BuildStrategy.NoParallel)]
    [InlineData(BuildStrategy.WarmThenParallel)]
    [InlineData(BuildStrategy.Unlocked)]
    public async Task Builds_every_service_once_in_each_way(BuildStrategy strategy)
    {
        _directory.Write("Dockerfile", "FROM scratch\nCOPY compose.yml /\n");
        await using var workflow = Workflow(strategy);
        var facts = (await workflow.BuildAllAsync()).Facts;
        Assert.Equal(3, facts.Where(f => f.Key is "Built" or "Cached").Sum(f => int.Parse(f.Value, CultureInfo.InvariantCulture)));
        Assert.Equal(strategy == BuildStrategy.Unlocked, _host.Warned.Contains(UnlockedWarning.Text));
    }

    [Fact]
    public void The_warning_quotes_the_documented_rate()
    {
        var row = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "race-lab.md")).Single(l => l.StartsWith("| `Unlocked` | **", StringComparison.Ordinal));
        Assert.Contains($"**{UnlockedWarning.Failures} of {UnlockedWarning.Builds}**", row, StringComparison.Ordinal);
        Assert.Contains($"{UnlockedWarning.Failures} of {UnlockedWarning.Builds} builds", UnlockedWarning.Text, StringComparison.Ordinal);
    }

    private AttuneWorkflow Workflow(BuildStrategy strategy, params string[] dockerfiles) => new(
        new(_directory.Path)
        {
            Engine = TestEngine.Address,
            Project = new() { Dockerfiles = dockerfiles },
            Build = new() { Strategy = strategy },
        },
        _host.Create());
}
