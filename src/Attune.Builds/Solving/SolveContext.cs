using Attune.BuildKit;
using Attune.BuildKit.Session.Auth;
using Attune.Builds.Running;
using Attune.Engines.Docker;
using Attune.Engines.Finding;
using Attune.Projects;

namespace Attune.Builds.Solving;

/// <summary>What all services of one run share.</summary>
/// <param name="Plan">What is built.</param>
/// <param name="Engine">Where.</param>
/// <param name="Options">How.</param>
internal sealed record SolveContext(BuildPlan Plan, EngineInfo Engine, BuildOptions Options)
{
    public required BuildKitClient Client { get; init; }

    /// <summary>The engine's images; null for a buildkitd, which keeps none.</summary>
    public required IDockerImages? Images { get; init; }

    public required IRegistryCredentials? Credentials { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>What tells this machine from others that use the engine.</summary>
    public required string Machine { get; init; }

    /// <summary>What tells this run's forced steps from those of any other run.</summary>
    public required string RunId { get; init; }
}
