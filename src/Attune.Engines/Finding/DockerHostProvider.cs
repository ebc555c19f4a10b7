using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>The engine of <c>DOCKER_HOST</c>.</summary>
internal sealed class DockerHostProvider : IEngineProvider
{
    private const string Source = "DOCKER_HOST";

    /// <inheritdoc/>
    public TriedEngine WhenNone => new(Source, "not set");

    /// <inheritdoc/>
    public IReadOnlyList<EngineCandidate> Find(EngineSurroundings surroundings) => surroundings.Variable(Source) is { } host
        ? [Candidate(EngineAddress.Parse(host, Source, DockerTls.FromVariables(surroundings)))]
        : [];

    private static EngineCandidate Candidate(BuildKitEndpoint endpoint) =>
        new(endpoint, Source, CandidateOrigin.Chosen) { Undo = "unset DOCKER_HOST" };
}
