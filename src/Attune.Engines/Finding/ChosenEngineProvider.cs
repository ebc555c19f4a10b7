namespace Attune.Engines.Finding;

/// <summary>The engine of <c>--engine</c>: an address, a socket's path, or the name of a docker context.</summary>
internal sealed class ChosenEngineProvider(string? choice) : IEngineProvider
{
    private const string Source = "--engine";

    /// <inheritdoc/>
    public TriedEngine WhenNone => new(Source, "not given");

    /// <inheritdoc/>
    public IReadOnlyList<EngineCandidate> Find(EngineSurroundings surroundings)
    {
        if (string.IsNullOrEmpty(choice))
            return [];
        var endpoint = EngineAddress.LooksLikeAddress(choice)
            ? EngineAddress.Parse(choice, Source, DockerTls.FromVariables(surroundings))
            : new DockerContextStore(surroundings).Endpoint(choice);
        return [new EngineCandidate(endpoint, Source, CandidateOrigin.Chosen) { Undo = "leave --engine out" }];
    }
}
