using Attune.Builds.Events;

namespace Attune.Fleets;

/// <summary>Hands on what happens on one of several engines, with the engine's name.</summary>
/// <param name="engine">The name.</param>
/// <param name="publish">Takes events of all engines.</param>
internal sealed class FleetRelay(string engine, Action<BuildEvent> publish) : IBuildSink
{
    public void Publish(BuildEvent buildEvent)
    {
        // The build as a whole begins and ends once.
        if (buildEvent is not (BuildStarted or BuildFinished))
            publish(Mark(buildEvent));
    }

    // The sink inside is the whole build's.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Equal steps of two services are one on an engine, and two on two.
    private BuildEvent Mark(BuildEvent buildEvent) => buildEvent switch
    {
        ServiceStarted e => e with { Engine = engine },
        StepChanged e => e with { Step = e.Step with { Id = Mark(e.Step.Id) } },
        StepOutput e => e with { StepId = Mark(e.StepId) },
        StepProgressed e => e with { StepId = Mark(e.StepId) },
        ServiceFinished e => e with { Result = e.Result with { Engine = engine } },
        _ => buildEvent,
    };

    private string Mark(string step) => $"{engine}/{step}";
}
