namespace Attune.Reports.Tables;

/// <summary>What an engine keeps for one cache mount.</summary>
/// <param name="Name">Its id, or its target where the engine doesn't say the id.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record CacheMountRow(string Name, long Size)
{
    /// <summary>When it was made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When a step last mounted it.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>How often steps mounted it.</summary>
    public long UseCount { get; init; }

    /// <summary>Whether a step has it mounted now.</summary>
    public CacheUse Use { get; init; }
}

/// <summary>Whether a cache is mounted.</summary>
public enum CacheUse
{
    /// <summary>Nobody has it mounted.</summary>
    Idle,

    /// <summary>A running step has it mounted.</summary>
    InUse,
}
