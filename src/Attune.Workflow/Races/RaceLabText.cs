using Attune.RaceLab.Contenders;
using Attune.RaceLab.Measures;
using Attune.Reports.Tables;
using Attune.Reports.Text;

namespace Attune.Workflow.Races;

/// <summary>The lab's result for people.</summary>
internal static class RaceLabText
{
    public static IReadOnlyList<StyledLine> Render(RaceLabResult result, int width)
    {
        var work = result.Work == BenchWork.Fetch ? "crates unpacked" : "crates compiled";
        return RaceReport.Render($"Engine {result.Engine}, {result.Cargo}, {work}, cold caches in every trial", [.. result.Tallies.Select(Row)], width);
    }

    private static RaceRow Row(Tally tally) => new(tally.Name, tally.Description, tally.Trials.Length, tally.Builds)
    {
        Failures = tally.Failures,
        FailedTrials = tally.FailedTrials,
        LowestRate = tally.Interval.Low,
        HighestRate = tally.Interval.High,
        Median = tally.MedianDuration,
        FirstError = tally.FirstError,
        Messages = [.. tally.Messages],
    };
}
