using Attune.Source;

namespace Attune.Engines.Finding;

/// <summary>
/// Decides which engine to use: <c>--engine</c>, <c>DOCKER_HOST</c>, the docker context, the usual sockets, the engine of this checkout.
/// An engine that somebody chose is used or reported, never replaced by another.
/// </summary>
public sealed class EngineFinder
{
    private readonly EngineSurroundings _surroundings;
    private readonly string? _embeddedSocket;
    private readonly IEngineProbe _probe;

    /// <summary>Makes a finder.</summary>
    /// <param name="surroundings">Where to look.</param>
    /// <param name="embeddedSocket">Where the engine of this checkout listens when it runs, or null when there is none.</param>
    public EngineFinder(EngineSurroundings surroundings, string? embeddedSocket)
        : this(surroundings, embeddedSocket, new EngineProbe())
    {
    }

    internal EngineFinder(EngineSurroundings surroundings, string? embeddedSocket, IEngineProbe probe) =>
        (_surroundings, _embeddedSocket, _probe) = (surroundings, embeddedSocket, probe);

    /// <summary>Searches.</summary>
    /// <param name="choice">The value of <c>--engine</c>, or null.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The engine, or the places where none was.</returns>
    /// <exception cref="UserErrorException">The chosen engine doesn't answer or can't be used.</exception>
    public async Task<EngineSearch> FindAsync(string? choice, CancellationToken cancellationToken)
    {
        var tried = new List<TriedEngine>();
        foreach (var provider in Providers(choice))
        {
            var candidates = provider.Find(_surroundings);
            if (candidates.Count == 0)
                tried.Add(provider.WhenNone);
            foreach (var candidate in candidates)
            {
                if (await TryAsync(candidate, cancellationToken) is var (engine, failure) && engine is not null)
                    return new EngineSearch(engine, tried);
                tried.Add(failure!);
            }
        }

        return new EngineSearch(null, tried);
    }

    private IEngineProvider[] Providers(string? choice) =>
    [
        new ChosenEngineProvider(choice), new DockerHostProvider(), new DockerContextProvider(), new WellKnownSocketProvider(),
        new EmbeddedEngineProvider(_embeddedSocket),
    ];

    private async Task<(EngineInfo? Engine, TriedEngine? Failure)> TryAsync(EngineCandidate candidate, CancellationToken cancellationToken)
    {
        if (candidate is { Origin: not CandidateOrigin.Chosen, Endpoint.Transport: BuildKit.EndpointTransport.Unix }
            && !_surroundings.Files.FileExists(candidate.Endpoint.Address))
            return (null, new TriedEngine(candidate.ToString(), candidate.Origin == CandidateOrigin.Embedded ? "not running" : "no such socket"));
        var result = await _probe.ProbeAsync(candidate, cancellationToken);
        if (result.Engine is not null)
            return (result.Engine, null);
        return candidate.Origin == CandidateOrigin.Chosen
            ? throw ChosenFailed(candidate, result)
            : (null, new TriedEngine(candidate.ToString(), result.Reason, result.Presence, result.Advice));
    }

    private static UserErrorException ChosenFailed(EngineCandidate candidate, ProbeResult result) => new(
        $"The engine chosen by {candidate.Source}, {candidate.Endpoint}, can't be used: {result.Reason}",
        result.Advice ?? $"Start that engine, or {candidate.Undo} to let the usual places be tried.");
}
