namespace Attune.Standin.Tests.Execution;

public class InterruptionTests
{
    [Fact]
    public async Task Lets_the_running_target_end_itself_starts_no_other_and_sums_up()
    {
        using var sample = new SampleProcess();
        using var run = sample.Start("Never TidyUp --no-logo", ("SAMPLE_BUILD", "waiting"));
        await run.Until("[INF] waiting");

        await run.Signal("INT");
        await run.Finished();

        Assert.Equal(130, run.ExitCode);
        await Verifier.Verify(Scrubbed.Of(run, sample.Root));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Ends_at_once_on_the_second_signal(string signal, int exitCode)
    {
        using var sample = new SampleProcess();
        using var run = sample.Start("Deaf", ("SAMPLE_BUILD", "waiting"));
        await run.Until("[INF] waiting");

        await run.Signal(signal);
        await Task.Delay(200);
        await run.Signal(signal);
        await run.Finished();

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task Leaves_no_child_behind_that_ignores_signals()
    {
        using var sample = new SampleProcess();
        using var run = sample.Start("Child", ("SAMPLE_BUILD", "waiting"));
        await run.Until("[DBG] waiting");

        await run.Signal("TERM");
        await run.Finished();

        Assert.Equal(143, run.ExitCode);
        Assert.Contains("Child              Aborted", run.Output, StringComparison.Ordinal);
    }
}
