namespace Attune.Hazards.Suppression;

/// <summary>A finding that is held back.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Kind">By what.</param>
public sealed record SuppressedFinding(Finding Finding, SuppressionKind Kind)
{
    /// <summary>Why, in the words of whoever did it; null when they give no reason.</summary>
    public string? Reason { get; init; }
}

/// <summary>What holds a finding back.</summary>
public enum SuppressionKind
{
    /// <summary>A comment in the Dockerfile or compose file.</summary>
    Comment,

    /// <summary>An entry of <c>IgnoreHazards</c>.</summary>
    Configuration,

    /// <summary>The baseline: it was there before.</summary>
    Baseline,
}
