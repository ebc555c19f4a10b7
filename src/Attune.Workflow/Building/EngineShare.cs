using System.Collections.Immutable;
using Attune.Builds.Delivering;
using Attune.Builds.Events;
using Attune.Strategies.Phases;
using Attune.Workflow.EngineUse;

namespace Attune.Workflow.Building;

/// <summary>An engine of a run, and the run's phases as it would build them.</summary>
/// <param name="Connection">The engine.</param>
/// <param name="Phases">The phases; all engines have the same ones, for their own platform and base images.</param>
internal sealed record EngineShare(EngineConnection Connection, ImmutableArray<BuildPhase> Phases);

/// <summary>Services that one engine builds.</summary>
/// <param name="Connection">The engine.</param>
/// <param name="Phase">The services.</param>
internal sealed record EngineWork(EngineConnection Connection, BuildPhase Phase)
{
    /// <summary>What brings images elsewhere; null leaves them on the engine.</summary>
    public IImageDelivery? Delivery { get; init; }
}

/// <summary>Builds what one engine is given.</summary>
internal delegate Task<BuildResult> EngineBuild(EngineWork work, IBuildSink sink, CancellationToken cancellationToken);
