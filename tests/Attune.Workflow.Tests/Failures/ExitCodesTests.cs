using Attune.Source;
using Attune.Workflow.Failures;

namespace Attune.Workflow.Tests.Failures;

public sealed class ExitCodesTests
{
    [Fact]
    public void Tells_wrong_use_from_failed_work()
    {
        Assert.Equal(2, ExitCodes.Translate(new UserErrorException("m", kind: FaultKind.Usage)).ExitCode);
        Assert.Equal(1, ExitCodes.Translate(new UserErrorException("m")).ExitCode);
        Assert.Equal(130, ExitCodes.Translate(new OperationCanceledException()).ExitCode);
    }

    [Fact]
    public void Never_shows_a_stack_trace()
    {
        var failure = ExitCodes.Translate(Thrown());
        Assert.DoesNotContain("   at ", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("please report", failure.ToString(), StringComparison.Ordinal);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("surprise");
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }
}
