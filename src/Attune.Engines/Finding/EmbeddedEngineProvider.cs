using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>The engine of this checkout, where it would listen.</summary>
internal sealed class EmbeddedEngineProvider(string? socket) : IEngineProvider
{
    /// <summary>How the engine of this checkout is named to people.</summary>
    public const string Source = "embedded engine";

    /// <inheritdoc/>
    public TriedEngine WhenNone => new(Source, "not on this system");

    /// <inheritdoc/>
    public IReadOnlyList<EngineCandidate> Find(EngineSurroundings surroundings) => socket is not null && surroundings.System == HostSystem.Linux
        ? [new EngineCandidate(new BuildKitEndpoint(EndpointKind.DockerEngine, EndpointTransport.Unix, socket), Source, CandidateOrigin.Embedded)]
        : [];
}
