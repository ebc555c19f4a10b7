namespace Attune.Standin.Tests.Execution;

public class ExitCodeTests
{
    [Theory]
    [InlineData("Restore", 0)]
    [InlineData("Boom", 255)]
    [InlineData("SoftBoom", 255)]
    [InlineData("NoSuch", 2)]
    [InlineData("Restore --no-such-option", 2)]
    [InlineData("Restore --retries many", 2)]
    [InlineData("Restore --retries 1 2", 2)]
    [InlineData("Restore --profile missing", 2)]
    public async Task Is_0_on_success_255_on_failure_2_when_used_wrongly(string arguments, int exitCode)
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run(arguments);

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task Is_what_the_build_says()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("ExitSeven", ("SAMPLE_BUILD", "waiting"));

        Assert.Equal(7, run.ExitCode);
    }

    [Fact]
    public async Task Tells_what_to_do_where_there_is_no_root()
    {
        using var empty = new TempDirectory();

        using var run = await ProcessRun.Start("dotnet", empty.Path, [Path.Combine(AppContext.BaseDirectory, "Attune.Standin.Sample.dll")]).Finished();

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            $"Could not locate '.nuke' directory/file while walking up from '{empty.Path}'.\n" +
            "Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation.\n",
            run.Output);
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
    }

    [Theory]
    [InlineData("TaskWithResult", 0, "[INF] finished")]
    [InlineData("ValueTaskWithResult", 255, "InvalidOperationException: seen")]
    public async Task Waits_for_tasks_that_return_a_value(string target, int exitCode, string output)
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run(target, ("SAMPLE_BUILD", "waiting"));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(output, run.Output, StringComparison.Ordinal);
    }
}
