using System.Collections.Immutable;
using Attune.Builds.Recording;
using Attune.Projects;

namespace Attune.Schedules.Contention;

/// <summary>The steps of one service's build.</summary>
/// <param name="Service">Its name.</param>
/// <param name="After">The services whose images it starts from.</param>
/// <param name="Steps">In an order in which each follows those it needs. Empty where the Dockerfile can't be read before the build.</param>
public sealed record ServiceSteps(string Service, ImmutableArray<string> After, ImmutableArray<PlannedStep> Steps)
{
    /// <summary>The step that the engine names so, or null.</summary>
    /// <param name="vertexName">Such as <c>[build 3/5] RUN make</c>.</param>
    public PlannedStep? Find(string vertexName)
    {
        if (StepName.TryParse(vertexName) is not { } name || Steps is [])
            return null;
        // The frontend leaves the stage's name out where there is one stage only.
        var stage = name.Stage ?? Steps[^1].Stage;
        return Steps.FirstOrDefault(s => s.Number == name.Number && s.Keyword == name.Keyword && string.Equals(s.Stage, stage, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same service where others have been built before.</summary>
    internal ServiceSteps Without(IReadOnlySet<string> built) => this with { After = [.. After.Where(a => !built.Contains(a))] };

    internal static ServiceSteps Of(ServicePlan service, IReadOnlySet<string> planned) =>
        new(service.Name, [.. service.SourceServices.Where(planned.Contains)], service.Resolved is { } resolved ? new StepWalk(service, resolved).Walk() : []);
}
