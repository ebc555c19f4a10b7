namespace Attune.Standin.Tests.Display;

public class HelpTests
{
    [Fact]
    public async Task Lists_targets_in_declaration_order_and_parameters_by_name()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("--help");

        Assert.Equal(0, run.ExitCode);
        await Verifier.Verify(run.Output);
    }

    [Fact]
    public async Task Colours_where_the_terminal_understands_it()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("--help --no-logo", ("TERM", "xterm-256color"));

        Assert.StartsWith("\e[39;1mTargets (with their direct dependencies):\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n\e[0m\n\e[39;1mParameters:\n", run.Output, StringComparison.Ordinal);
    }
}
