namespace Attune.Engines.Docker;

/// <summary>An image whose health is to be seen.</summary>
/// <param name="Image">The image's name or id.</param>
/// <param name="Test">A health check in compose's long form (<c>CMD</c> or <c>CMD-SHELL</c> first), or empty for the image's own.</param>
/// <param name="TimeLimit">How long it may take to be healthy.</param>
public sealed record HealthRequest(string Image, IReadOnlyList<string> Test, TimeSpan TimeLimit)
{
    /// <summary>Environment variables on top of the image's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a health check came to.</summary>
public enum HealthOutcome
{
    /// <summary>The check succeeded.</summary>
    Healthy,

    /// <summary>The container runs, but its check didn't succeed in time.</summary>
    Unhealthy,

    /// <summary>The container ended by itself.</summary>
    Ended,
}

/// <summary>What a health check came to, and what was printed meanwhile.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Detail">What the last check printed, or the container's last lines.</param>
public sealed record HealthResult(HealthOutcome Outcome, string Detail);
