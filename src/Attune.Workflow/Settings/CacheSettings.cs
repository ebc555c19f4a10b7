namespace Attune.Workflow.Settings;

/// <summary>What <c>CacheReport</c> shows.</summary>
public sealed record CacheSettings
{
    /// <summary>The cache to look into, by id, target, tool or service; null shows what the engine keeps.</summary>
    public string? Inspect { get; init; }
}
