namespace Attune.Reports.Tables;

/// <summary>What would be built for one service.</summary>
/// <param name="Name">The service.</param>
/// <param name="Context">Its build context.</param>
/// <param name="Dockerfile">Its Dockerfile, relative to the context, or a word for an inline one.</param>
public sealed record ServicePlanRow(string Name, string Context, string Dockerfile)
{
    /// <summary>The stage that is built, or null for the last one.</summary>
    public string? Target { get; init; }

    /// <summary>The build arguments in the order in which they are passed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Args { get; init; } = [];

    /// <summary>The names that the image gets.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The platforms, or none for the engine's own.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>The cache mounts that the target's steps use.</summary>
    public IReadOnlyList<PlannedCacheMount> CacheMounts { get; init; } = [];
}

/// <summary>A cache mount of a step that would run.</summary>
/// <param name="Id">Its cache id.</param>
/// <param name="Target">Where it is mounted.</param>
/// <param name="Sharing"><c>shared</c>, <c>private</c> or <c>locked</c>.</param>
/// <param name="Place">Where it is written, as <c>file:line</c>.</param>
public sealed record PlannedCacheMount(string Id, string Target, string Sharing, string Place);
