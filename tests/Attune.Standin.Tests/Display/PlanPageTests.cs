using Nuke.Common.Display;
using Nuke.Common.Execution;

namespace Attune.Standin.Tests.Display;

public class PlanPageTests
{
    [Fact]
    public Task Draws_every_edge_of_every_target() => Verifier.Verify(PlanPage.Graph(TargetFactory.Create(new Build(), [])));

    [Fact]
    public async Task Says_where_the_page_is_and_opens_nothing()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("Publish --plan --no-logo");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith($"The execution plan is in {sample.Root}/.nuke/temp/execution-plan.html\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Restore --&gt; Compile\n", sample.Read(".nuke/temp/execution-plan.html"), StringComparison.Ordinal);
    }
}
