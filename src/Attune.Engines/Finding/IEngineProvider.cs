using Attune.Source;

namespace Attune.Engines.Finding;

/// <summary>One place where an engine's address may come from.</summary>
internal interface IEngineProvider
{
    /// <summary>What the list of tried places says when there is no candidate.</summary>
    TriedEngine WhenNone { get; }

    /// <summary>The candidates, best first.</summary>
    /// <exception cref="UserErrorException">The place names an engine in a way that can't be used.</exception>
    IReadOnlyList<EngineCandidate> Find(EngineSurroundings surroundings);
}
