namespace Attune.BuildKit.Control;

/// <summary>A rule of an engine's garbage collection; <c>GCPolicy</c> of BuildKit's control API (api/types/worker.proto of moby/buildkit).</summary>
public sealed record GcRule
{
    /// <summary>Filters in containerd's language; a record that matches one is considered. Empty considers all.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Which records are considered.</summary>
    public PruneScope Scope { get; init; }

    /// <summary>What was used within this time stays; zero protects nothing.</summary>
    public TimeSpan KeepDuration { get; init; }

    /// <summary>Bytes that always stay; 0 when not set.</summary>
    public long ReservedSpace { get; init; }

    /// <summary>Bytes above which records go; 0 when not set.</summary>
    public long MaxUsedSpace { get; init; }

    /// <summary>Bytes of the disk that are kept free; 0 when not set.</summary>
    public long MinFreeSpace { get; init; }

    internal static GcRule Of(Wire.GarbageRule rule) => new()
    {
        Filters = [.. rule.Filters],
        Scope = rule.All ? PruneScope.All : PruneScope.Unshared,
        KeepDuration = TimeSpan.FromTicks(rule.KeepDuration / TimeSpan.NanosecondsPerTick),
        ReservedSpace = rule.ReservedSpace,
        MaxUsedSpace = rule.MaxUsedSpace,
        MinFreeSpace = rule.MinFreeSpace,
    };
}
