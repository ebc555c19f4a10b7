namespace Attune.Engines.Finding;

/// <summary>A place where an engine was looked for in vain.</summary>
/// <param name="Place">Such as <c>usual socket unix:///var/run/docker.sock</c>.</param>
/// <param name="Outcome">Why it is none.</param>
/// <param name="Presence">Whether something is there.</param>
/// <param name="Advice">What would make it usable, when there is something to say.</param>
public sealed record TriedEngine(string Place, string Outcome, EnginePresence Presence = EnginePresence.Absent, string? Advice = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Outcome}";
}

/// <summary>Whether something is at a place.</summary>
public enum EnginePresence
{
    /// <summary>Nothing is there, which needs no comment unless there is no engine at all.</summary>
    Absent,

    /// <summary>Something is there but can't be used: the user should know why another engine is taken.</summary>
    Unusable,
}
