namespace Attune.Engines.Finding;

/// <summary>What asking an engine came to.</summary>
/// <param name="Engine">The engine, or null when it can't be used.</param>
/// <param name="Reason">Why it can't be used, as the end of a sentence.</param>
/// <param name="Presence">Whether something is there.</param>
/// <param name="Advice">What to do about it, when there is something better than starting it.</param>
internal sealed record ProbeResult(EngineInfo? Engine, string Reason, EnginePresence Presence, string? Advice)
{
    public static ProbeResult Usable(EngineInfo engine) => new(engine, "", EnginePresence.Unusable, null);

    public static ProbeResult Unusable(string reason, string? advice = null) => new(null, reason, EnginePresence.Unusable, advice);

    public static ProbeResult Absent(string reason) => new(null, reason, EnginePresence.Absent, null);
}
