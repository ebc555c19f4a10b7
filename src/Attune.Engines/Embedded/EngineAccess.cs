using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Engines.Embedded;

/// <summary>Gives the engine to work with: one that is there, or else the checkout's own, started now.</summary>
/// <param name="finder">Looks for one that is there.</param>
/// <param name="embedded">The checkout's own.</param>
/// <param name="announce">Told, one line at a time, what the user should know.</param>
public sealed class EngineAccess(EngineFinder finder, EmbeddedEngine embedded, Action<string> announce)
{
    /// <summary>Finds an engine or starts one.</summary>
    /// <param name="choice">The value of <c>--engine</c>, or null.</param>
    /// <param name="cancellationToken">Ends the search or the start.</param>
    /// <exception cref="UserErrorException">The chosen engine can't be used; or none is there and none can be started.</exception>
    public async Task<EngineInfo> RequireAsync(string? choice, CancellationToken cancellationToken)
    {
        var search = await finder.FindAsync(choice, cancellationToken);
        foreach (var tried in search.Tried.Where(t => t.Presence == EnginePresence.Unusable))
            announce($"Not used: {tried}");
        if (search.Engine is { } engine)
            return engine;
        if (!embedded.CanStart)
            throw search.NoEngine(embedded.HowToGetOne);
        return await embedded.StartAsync(cancellationToken);
    }
}
