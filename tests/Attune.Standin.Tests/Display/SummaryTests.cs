namespace Attune.Standin.Tests.Display;

public class SummaryTests
{
    [Theory]
    [InlineData("Test Pack SkipMe SkipStatic", "success", 0)]
    [InlineData("AfterBoom Always", "failure", 255)]
    [InlineData("ProcFail", "process", 255)]
    [InlineData("Publish", "requirement", 255)]
    [InlineData("Publish --api-key x --skip Test Pack", "skipped", 0)]
    [InlineData("Publish --api-key x --skip", "all_skipped", 0)]
    public async Task Ends_with_what_ran_how_long_and_how(string arguments, string suffix, int exitCode)
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run(arguments + " --no-logo");

        Assert.Equal(exitCode, run.ExitCode);
        await Verifier.Verify(Scrubbed.Of(run, sample.Root), suffix);
    }

    [Fact]
    public async Task Groups_and_annotates_on_GitHub()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("Test Boom --no-logo", ("GITHUB_ACTIONS", "true"));

        await Verifier.Verify(Scrubbed.Of(run, sample.Root).Replace("\e", "<esc>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_everything_to_files_whatever_the_console_shows()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("Restore --no-logo --verbosity quiet");

        Assert.DoesNotContain("Restoring", run.Output, StringComparison.Ordinal);
        var latest = sample.Read(".nuke/temp/build.log");
        Assert.Matches(@"^\d\d:\d\d:\d\d\.\d\d\d \| I \| Restore              \| Restoring in ", latest.Split('\n').Single(line => line.Contains("Restoring", StringComparison.Ordinal)));
        Assert.Single(Directory.GetFiles(Path.Combine(sample.Root, ".nuke", "temp"), "build.????-??-??_??-??-??.log"));
    }
}
