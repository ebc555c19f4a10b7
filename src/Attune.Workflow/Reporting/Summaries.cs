using System.Globalization;
using Attune.Builds.Events;

namespace Attune.Workflow.Reporting;

/// <summary>What targets say in NUKE's summary table.</summary>
internal static class Summaries
{
    /// <summary>Of successful builds; a service that was built in one phase and found cached in a later one counts as built.</summary>
    public static WorkSummary Of(IEnumerable<ServiceResult> results)
    {
        List<ServiceResult> services = [.. results.GroupBy(r => r.Service).Select(g => g.FirstOrDefault(r => r.Outcome == ServiceOutcome.Built) ?? g.First())];
        return WorkSummary.Of(
        [
            .. from outcome in Enum.GetValues<ServiceOutcome>()
               let count = services.Count(s => s.Outcome == outcome)
               where count > 0
               select (outcome.ToString(), count.ToString(CultureInfo.InvariantCulture)),
            .. Recovered(services),
        ]);
    }

    private static IEnumerable<(string Name, string Value)> Recovered(List<ServiceResult> services)
    {
        if (services.Count(s => s.IsRecovered) is > 0 and var count)
            yield return ("Recovered", count.ToString(CultureInfo.InvariantCulture));
    }
}
