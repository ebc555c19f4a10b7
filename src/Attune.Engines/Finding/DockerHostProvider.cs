using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>The engine of <c>DOCKER_HOST</c>.</summary>
internal sealed class DockerHostProvider : IEngineProvider
{
    /// <inheritdoc/>
    public TriedEngine WhenNone => new("DOCKER_HOST", "not set");

    /// <inheritdoc/>
    public IReadOnlyList<EngineCandidate> Find(EngineSurroundings surroundings) => surroundings.Variable("DOCKER_HOST") is { } host
        ? [Candidate(EngineAddress.Parse(host, DockerTls.FromVariables(surroundings)))]
        : [];

    private static EngineCandidate Candidate(BuildKitEndpoint endpoint) =>
        new(endpoint, "DOCKER_HOST", CandidateOrigin.Chosen) { Undo = "unset DOCKER_HOST" };
}
