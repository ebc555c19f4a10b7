namespace Attune.Standin.Tests;

public class WorkflowTests
{
    [Theory]
    [InlineData("ci")]
    [InlineData("nightly_deploy")]
    public async Task Generates_what_NUKE_generates_byte_for_byte(string workflow)
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run($"--generate-configuration GitHubActions_{workflow} --host GitHubActions");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(Recorded.Text(workflow + ".yml"), sample.Read($".github/workflows/{workflow}.yml"));
    }

    [Fact]
    public async Task Names_the_configurations_there_are()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("--generate-configuration GitHubActions_cd --host GitHubActions");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("Configuration 'GitHubActions_cd' does not exist. Available are: GitHubActions_ci, GitHubActions_nightly_deploy\n", Plain(run));
    }

    [Fact]
    public async Task A_local_run_brings_stale_files_up_to_date_and_says_so()
    {
        using var sample = new SampleProcess();
        var file = sample.Write(".github/workflows/ci.yml", "stale");

        using var first = await sample.Run("Restore");
        using var second = await sample.Run("Restore");

        Assert.Contains("Configuration files for GitHubActions (ci) have changed.", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("have changed", second.Output, StringComparison.Ordinal);
        Assert.Equal(Recorded.Text("ci.yml"), await File.ReadAllTextAsync(file));
    }

    private static string Plain(ProcessRun run) => run.Output.Replace("\e[38;5;196;1m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal);
}
