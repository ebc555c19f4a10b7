using Attune.Builds.Events;

namespace Attune.Builds.Recording;

/// <summary>What one service's build has done so far, gathered from its events: enough for its result, no more.</summary>
internal sealed class ServiceRecord
{
    private readonly Dictionary<string, BuildStep> _steps = [];
    private readonly Dictionary<string, LastLines> _output = [];

    public void Take(BuildEvent buildEvent)
    {
        switch (buildEvent)
        {
            case StepChanged { Step: var step }:
                _steps[step.Id] = step;
                // The output of a step that went well is of no use to the result.
                if (step.State is StepState.Done or StepState.Cached)
                    _output.Remove(step.Id);
                break;
            case StepOutput output:
                if (!_output.TryGetValue(output.StepId, out var lines))
                    _output[output.StepId] = lines = new();
                lines.Append(output.Text);
                break;
        }
    }

    /// <summary>Cached and executed steps of the Dockerfile. FROM makes no layer of its own, so it counts as neither.</summary>
    public StepCount CountSteps()
    {
        var states = _steps.Values
            .Where(s => StepName.TryParse(s.Name) is { Keyword: not "FROM" })
            .CountBy(s => s.State).ToDictionary();
        return new(states.GetValueOrDefault(StepState.Cached), states.GetValueOrDefault(StepState.Done) + states.GetValueOrDefault(StepState.Failed));
    }

    /// <summary>The step that failed, or null when the build failed outside all steps.</summary>
    public BuildStep? FailedStep() => _steps.Values.FirstOrDefault(s => s.State == StepState.Failed);

    /// <summary>The last lines that a step printed.</summary>
    public IReadOnlyList<string> LastLinesOf(BuildStep step) => _output.TryGetValue(step.Id, out var lines) ? lines.ToList() : [];
}
