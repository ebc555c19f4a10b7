using Attune.Hazards.Rules;
using Attune.Source;
using Attune.Workflow.Reporting;

namespace Attune.Workflow.Checks;

/// <summary>Prints the page of a rule, or the list of rules.</summary>
internal static class ExplainCommand
{
    public static WorkSummary Run(string? rule, ReportOutput output)
    {
        output.Write(rule is null ? List() : RuleCatalog.Explain(rule)?.TrimEnd() ?? throw Unknown(rule));
        return WorkSummary.None;
    }

    private static UserErrorException Unknown(string rule) => new($"There is no rule '{rule}'", $"The rules:\n{List()}", FaultKind.Usage);

    private static string List() => string.Join('\n', RuleCatalog.All.Select(r => $"{r.Id}  {r.Severity.ToString().ToLowerInvariant(),-7}  {r.Name}"));
}
