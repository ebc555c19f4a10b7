using Attune.Hazards.Rules;
using Attune.Workflow.Failures;

namespace Attune.Workflow.Tests.Checks;

public class ExplainRuleTests
{
    private readonly TestHost _host = new("/nowhere");

    [Theory]
    [InlineData("CM003")]
    [InlineData("cm003")]
    [InlineData("mixed-sharing-modes")]
    public async Task Prints_the_page_of_a_rule(string rule)
    {
        await ExplainAsync(rule);
        Assert.StartsWith("# CM003 mixed-sharing-modes\n\n## What it does\n", _host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_all_rules_without_a_name()
    {
        await ExplainAsync(null);
        var lines = _host.Output.TrimEnd().Split('\n');
        Assert.Equal(RuleCatalog.All.Select(r => r.Id), lines.Select(l => l[..5]));
        Assert.All(RuleCatalog.All.Zip(lines), r => Assert.EndsWith(r.First.Name, r.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_all_rules_for_an_unknown_one()
    {
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => ExplainAsync("CM999"));
        Assert.Equal(ExitCodes.UsedWrongly, error.ExitCode);
        Assert.Contains("CM001", error.Message, StringComparison.Ordinal);
    }

    private async Task ExplainAsync(string? rule)
    {
        await using var workflow = new AttuneWorkflow(new("/nowhere") { Check = new() { Rule = rule } }, _host.Create());
        await workflow.ExplainRuleAsync();
    }
}
