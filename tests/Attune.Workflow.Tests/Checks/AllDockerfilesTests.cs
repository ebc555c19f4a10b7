using Attune.Workflow.Failures;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Tests.Checks;

public sealed class AllDockerfilesTests : IDisposable
{
    private const string Maven = "FROM maven:3.9\nRUN --mount=type=cache,target=/root/.m2 mvn -pl MODULE package\n";

    private readonly TempDirectory _directory = new();
    private readonly TestHost _host;

    public AllDockerfilesTests()
    {
        _host = new(_directory.Path);
        Write("api/Dockerfile", "api");
        Write("worker/worker.Dockerfile", "worker");
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Finds_that_two_Dockerfiles_race_for_a_cache()
    {
        Assert.Equal("2 cache mount(s) would race. 2 findings (2 errors). Next: FixLockedMounts makes 2 safe changes; FixLockedMounts --diff shows them first.", await Failure(w => w.VerifyLockedMountsAsync()));
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task Repairs_them_all()
    {
        await Workflow().FixLockedMountsAsync();
        await Workflow().VerifyLockedMountsAsync();
        Assert.Equal(["Fixed api/Dockerfile", "Fixed worker/worker.Dockerfile"], _host.Announced);
    }

    [Fact]
    public async Task Shows_who_mounts_which_cache()
    {
        await Workflow().ShowPlanAsync();
        await Verifier.Verify(_host.Output);
    }

    [Fact]
    public async Task A_broken_one_hides_nothing_of_the_others()
    {
        _directory.Write("broken/Dockerfile", "FROM alpine\nRUN --mount=type=cache,target=\nCOPPY . .\n");
        Assert.StartsWith("2 cache mount(s) would race.", await Failure(w => w.VerifyLockedMountsAsync()), StringComparison.Ordinal);
        Assert.StartsWith("broken/Dockerfile:3:1: ", Assert.Single(_host.Warned), StringComparison.Ordinal);
        Assert.Contains("api/Dockerfile:2:5: error CM001", _host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_could_not_read_a_Dockerfile_is_no_success()
    {
        await Workflow().FixLockedMountsAsync();
        _directory.Write("broken/Dockerfile", "COPY . .\n");
        Assert.Equal("1 Dockerfile can't be read", await Failure(w => w.VerifyLockedMountsAsync()));
        Assert.Equal("1 Dockerfile can't be read", await Failure(w => w.FixLockedMountsAsync()));
        await Workflow().ShowPlanAsync();
    }

    [Fact]
    public async Task A_target_that_cannot_be_resolved_is_told_once()
    {
        _directory.Write("broken/Dockerfile", "FROM alpine AS one\nRUN --mount=type=cache,target=/ x\nFROM one AS two\nFROM alpine AS fine\nRUN --mount=type=cache,target=/root/.m2 mvn -pl fine package\n");
        Assert.StartsWith("3 cache mount(s) would race.", await Failure(w => w.VerifyLockedMountsAsync()), StringComparison.Ordinal);
        Assert.Single(_host.Warned);
    }

    [Fact]
    public async Task Platforms_of_one_Dockerfile_are_built_at_the_same_time()
    {
        File.Delete(Path.Combine(_directory.Path, "worker/worker.Dockerfile"));
        await Workflow().VerifyLockedMountsAsync();
        await Failure(w => w.VerifyLockedMountsAsync(), s => s with { DockerfilePlatforms = ["linux/amd64", "linux/arm64"] });
        Assert.Contains("is written by stage-0 (linux/amd64), stage-0 (linux/arm64) at the same time", _host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_how_it_is_used()
    {
        Assert.StartsWith("'linux/' is no platform", await Failure(w => w.VerifyLockedMountsAsync(), s => s with { DockerfilePlatforms = ["linux/"] }), StringComparison.Ordinal);
        Assert.StartsWith("--dockerfile and --all-dockerfiles exclude each other", await Failure(w => w.ShowPlanAsync(), s => s with { Dockerfiles = ["api/Dockerfile"] }), StringComparison.Ordinal);
        Assert.Contains("--all-dockerfiles", await Failure(w => w.VerifyLockedMountsAsync(), _ => new()), StringComparison.Ordinal);
        Assert.StartsWith("The project directory", await Failure(w => w.ShowPlanAsync(), s => s with { Directory = "nowhere" }), StringComparison.Ordinal);
        Directory.Delete(Path.Combine(_directory.Path, "api"), recursive: true);
        Directory.Delete(Path.Combine(_directory.Path, "worker"), recursive: true);
        Assert.StartsWith("There is no Dockerfile in", await Failure(w => w.VerifyLockedMountsAsync()), StringComparison.Ordinal);
    }

    private void Write(string path, string module) => _directory.Write(path, Maven.Replace("MODULE", module, StringComparison.Ordinal));

    private async Task<string> Failure(Func<AttuneWorkflow, Task> work, Func<ProjectSettings, ProjectSettings>? change = null)
    {
        await using var workflow = Workflow(change);
        return (await Assert.ThrowsAsync<WorkflowFailedException>(() => work(workflow))).Message;
    }

    private AttuneWorkflow Workflow(Func<ProjectSettings, ProjectSettings>? change = null)
    {
        ProjectSettings project = new() { DockerfileScope = DockerfileScope.All };
        return new(new(_directory.Path) { Project = change?.Invoke(project) ?? project, Check = new() { View = PlanView.Mounts } }, _host.Create());
    }
}
