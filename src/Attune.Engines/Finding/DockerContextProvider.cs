namespace Attune.Engines.Finding;

/// <summary>The engine of the current docker context: <c>DOCKER_CONTEXT</c>, or what <c>docker context use</c> chose.</summary>
internal sealed class DockerContextProvider : IEngineProvider
{
    // The CLI's name for "no context": the usual socket.
    private const string Default = "default";

    /// <inheritdoc/>
    public TriedEngine WhenNone => new("docker context", "none chosen");

    /// <inheritdoc/>
    public IReadOnlyList<EngineCandidate> Find(EngineSurroundings surroundings)
    {
        var store = new DockerContextStore(surroundings);
        var name = surroundings.Variable("DOCKER_CONTEXT") ?? store.CurrentContext();
        if (name is null or Default)
            return [];
        var undo = surroundings.Variable("DOCKER_CONTEXT") is null ? "run `docker context use default`" : "unset DOCKER_CONTEXT";
        return [new EngineCandidate(store.Endpoint(name), $"docker context \"{name}\"", CandidateOrigin.Chosen) { Undo = undo }];
    }
}
