namespace Attune.BuildKit.Control;

/// <summary>An entry of the build cache; <c>UsageRecord</c> of BuildKit's control API.</summary>
public sealed record CacheRecord
{
    /// <summary>Identifies it on its engine.</summary>
    public required string Id { get; init; }

    /// <summary>What it is: <c>regular</c>, <c>exec.cachemount</c>, <c>source.local</c>, <c>source.git.checkout</c>, <c>frontend</c>, <c>internal</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where it comes from, in BuildKit's words.</summary>
    public required string Description { get; init; }

    /// <summary>Bytes; 0 while a cache mount is in use.</summary>
    public long Size { get; init; }

    /// <summary>Whether a build holds it now.</summary>
    public bool IsInUse { get; init; }

    /// <summary>Whether it can still change.</summary>
    public bool IsMutable { get; init; }

    /// <summary>Whether an image shares it.</summary>
    public bool IsShared { get; init; }

    /// <summary>How often it was used.</summary>
    public long UsageCount { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last let go.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The records it builds on.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    internal static CacheRecord Of(Wire.UsageRecord record) => new()
    {
        Id = record.Id,
        Type = record.RecordType,
        Description = record.Description,
        Size = record.Size,
        IsInUse = record.InUse,
        IsMutable = record.Mutable,
        IsShared = record.Shared,
        UsageCount = record.UsageCount,
        CreatedAt = record.CreatedAt?.ToDateTimeOffset(),
        LastUsedAt = record.LastUsedAt?.ToDateTimeOffset(),
        Parents = record.Parents.Count > 0 ? [.. record.Parents] : record.Parent.Length > 0 ? [record.Parent] : [],
    };
}
