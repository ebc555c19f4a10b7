namespace Attune.Standin.Tests.Injection;

public class ParameterTests
{
    [Fact]
    public async Task Reach_the_members_of_the_build()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run(
            "Compile --configuration release --keepstorage --names a,b c --codes 1,2 --retries 5 --Mode friday --maybe 4 --where sub " +
            "--fruit plum --hidden-one h --othername r --api-key k --release-name n --nuget-github-key g");

        Assert.Contains(
            $"Compiling Release True [\"a,b\", \"c\"] [1, 2] 5 Friday 4 {sample.Root}/sub plum h r k n g\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_their_initial_values_otherwise()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("Compile");

        Assert.Contains("Compiling Debug False [] [] 3 Monday null null null null null null null null\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_components_have_a_prefix()
    {
        using var sample = new SampleProcess();

        using var given = await sample.Run("ShowThing --thing-value x");
        using var defaulted = await sample.Run("ShowThing");

        Assert.Contains("thing x\n", given.Output, StringComparison.Ordinal);
        Assert.Contains("thing default-value\n", defaulted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nobody_reads_are_refused_with_a_suggestion()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("Compile --retrys 3");

        await Verifier.Verify(run.Output);
    }

    [Fact]
    public async Task A_stray_variable_of_the_environment_is_told_and_ignored()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("--no-logo", ("TARGET", "x86_64-linux-gnu"), ("HOST", "mainframe"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("The environment names a target 'x86_64-linux-gnu', which does not exist; it is ignored.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Environment variable HOST is ignored:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_can_name_a_target()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("--no-logo", ("NUKE_TARGET", "Restore+Always"));

        Assert.Contains("Always             Succeeded", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Compile", run.Output, StringComparison.Ordinal);
    }
}
