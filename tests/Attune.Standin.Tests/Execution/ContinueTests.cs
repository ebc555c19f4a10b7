namespace Attune.Standin.Tests.Execution;

public class ContinueTests
{
    [Fact]
    public async Task Skips_what_succeeded_in_the_same_invocation()
    {
        using var sample = new SampleProcess();
        using var first = await sample.Run("Boom --continue");

        using var second = await sample.Run("Boom --continue");

        Assert.Contains("Restore            Succeeded", first.Output, StringComparison.Ordinal);
        Assert.Contains("Restore            Skipped", second.Output, StringComparison.Ordinal);
        Assert.Contains("Boom               Failed", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_anew_when_the_invocation_differs()
    {
        using var sample = new SampleProcess();
        using var first = await sample.Run("Boom --continue");

        using var second = await sample.Run("Restore --continue");

        Assert.Contains("Build invocation changed. Restarting ...", second.Output, StringComparison.Ordinal);
        Assert.Contains("Restore            Succeeded", second.Output, StringComparison.Ordinal);
    }
}
