using Nuke.Common.Execution;
using Nuke.Common.Injection;

namespace Attune.Standin.Tests.Execution;

public class ExecutionPlannerTests
{
    [Theory]
    [InlineData("Compile", "Restore Compile")]
    [InlineData("Publish", "Restore Compile Test Pack Publish Announce")]
    [InlineData("Pack Test", "Restore Compile Test Pack")]
    [InlineData("All", "Clean Restore Compile Test Pack All")]
    [InlineData("AfterBoom", "Restore SoftBoom Boom AfterBoom")]
    [InlineData("AfterBoom Always", "Restore SoftBoom Boom AfterBoom Always")]
    [InlineData("skip-me RESTORE", "Restore SkipMe")]
    public void Orders_as_NUKE_does(string invoked, string plan) =>
        Assert.Equal(plan, Names(ExecutionPlanner.Plan(TargetFactory.Create(new Build(), []), invoked.Split(' '))));

    [Theory]
    [InlineData("B A C")]
    [InlineData("C A B")]
    public void Runs_what_nothing_orders_in_reverse_declaration_order_whatever_the_command_says(string invoked) =>
        Assert.Equal("A G C B", Names(ExecutionPlanner.Plan(TargetFactory.Create(new OrderBuild(), []), invoked.Split(' '))));

    [Fact]
    public void Shows_a_cycle() => Assert.Equal(
        "Circular dependencies between targets:\n - Hen, Egg",
        Assert.Throws<UsageException>(() => ExecutionPlanner.Plan(TargetFactory.Create(new CycleBuild(), []), ["Hen"])).Message);

    [Fact]
    public void Lists_the_targets_when_one_is_unknown() => Assert.Equal(
        "Target with name 'nosuch' does not exist. Available targets are:\n  - A\n  - B\n  - C\n  - G",
        Assert.Throws<UsageException>(() => ExecutionPlanner.Plan(TargetFactory.Create(new OrderBuild(), []), ["no-such"])).Message);

    [Fact]
    public void Refuses_an_order_that_is_not_total_when_asked_to_be_strict() =>
        Assert.StartsWith("Incomplete target definition order:", Assert.Throws<UsageException>(
            () => ExecutionPlanner.Plan(TargetFactory.Create(new OrderBuild(), []), ["A"], strict: true)).Message, StringComparison.Ordinal);

    private static string Names(IEnumerable<ExecutableTarget> plan) => string.Join(' ', plan.Select(target => target.Name));
}
