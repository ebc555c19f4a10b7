using System.Globalization;
using Attune.Builds.Events;

namespace Attune.Workflow.Reporting;

/// <summary>What targets say in NUKE's summary table.</summary>
internal static class Summaries
{
    public static WorkSummary Of(BuildResult result) => WorkSummary.Of(
    [
        .. from outcome in Enum.GetValues<ServiceOutcome>()
           let count = result.Services.Count(s => s.Outcome == outcome)
           where count > 0
           select (outcome.ToString(), count.ToString(CultureInfo.InvariantCulture)),
        .. Recovered(result),
    ]);

    private static IEnumerable<(string Name, string Value)> Recovered(BuildResult result)
    {
        if (result.Services.Count(s => s.IsRecovered) is > 0 and var count)
            yield return ("Recovered", count.ToString(CultureInfo.InvariantCulture));
    }
}
