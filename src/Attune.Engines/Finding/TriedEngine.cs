namespace Attune.Engines.Finding;

/// <summary>A place where an engine was looked for in vain.</summary>
/// <param name="Place">Such as <c>usual socket unix:///var/run/docker.sock</c>.</param>
/// <param name="Outcome">Why it is none.</param>
/// <param name="Advice">What would make it usable, when there is something to say.</param>
public sealed record TriedEngine(string Place, string Outcome, string? Advice = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Outcome}";
}
