using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Text;

namespace Attune.Reports.Results;

/// <summary>How outcomes are worded and toned, everywhere alike.</summary>
internal static class Outcomes
{
    public static string Word(ServiceOutcome outcome) => outcome switch
    {
        ServiceOutcome.Built => "built",
        ServiceOutcome.Cached => "cached",
        ServiceOutcome.Failed => "failed",
        ServiceOutcome.Cancelled => "cancelled",
        _ => "not run",
    };

    public static Tone Tone(ServiceOutcome outcome) => outcome switch
    {
        ServiceOutcome.Built or ServiceOutcome.Cached => Text.Tone.Good,
        ServiceOutcome.Failed => Text.Tone.Bad,
        _ => Text.Tone.Caution,
    };

    /// <summary>What was done, such as <c>built, 3 cached, 4 executed</c>.</summary>
    public static string Describe(ServiceResult result) => result.Outcome switch
    {
        _ when result.IsRecovered => $"built after recovery: {result.Recovery!.Cause}",
        ServiceOutcome.Failed when result.Recovery is { } recovery => $"failed: {recovery.Cause}",
        ServiceOutcome.Built => $"built, {result.Steps.Cached} cached, {result.Steps.Executed} executed",
        ServiceOutcome.Cached => $"cached, {result.Steps.Cached} steps",
        ServiceOutcome.Failed when result.Failure?.StepName is { } step => $"failed at {StepName.Parse(step).Short}",
        ServiceOutcome.Failed when result.Failure is { } failure => $"failed: {CellWidth.Fit(TerminalText.Squeeze(failure.Message), 120)}",
        var outcome => Word(outcome),
    };
}
