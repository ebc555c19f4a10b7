using Attune.Source;

namespace Attune.Engines.Finding;

/// <summary>What a search for an engine came to.</summary>
/// <param name="Engine">The first usable engine, or null when there is none.</param>
/// <param name="Tried">The places before it, in order.</param>
public sealed record EngineSearch(EngineInfo? Engine, IReadOnlyList<TriedEngine> Tried)
{
    /// <summary>Says that there is no engine, where it was looked for, and what to do.</summary>
    /// <param name="advice">What to do when no place that was tried has better advice.</param>
    public UserErrorException NoEngine(string advice) => new(
        "No Docker Engine was found. Tried, in this order:\n" + string.Join('\n', Tried.Select(t => "  " + t)),
        Tried.Select(t => t.Advice).FirstOrDefault(a => a is not null) ?? advice);
}
