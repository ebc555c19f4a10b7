using Attune.BuildKit.Control;

namespace Attune.Caches.Pruning;

/// <summary>What a prune or one rule of garbage collection removes; in BuildKit's terms (cache/manager.go of moby/buildkit).</summary>
internal sealed record PruneRule
{
    public required Func<CacheRecord, bool> Matches { get; init; }

    public PruneScope Scope { get; init; }

    public TimeSpan KeepDuration { get; init; }

    /// <summary>Records go one by one until no more than this is left; 0 removes all that match.</summary>
    public long KeepBytes { get; init; }

    /// <summary>A rule of an engine; null when it can't be foretold.</summary>
    public static PruneRule? Of(GcRule rule)
    {
        var types = rule.Filters.Select(TypeOf).ToList();
        // Free space of the disk is nothing that an engine tells.
        if (types.Contains(null) || (rule.MaxUsedSpace == 0 && rule.ReservedSpace == 0))
            return null;
        return new()
        {
            Matches = types.Count == 0 ? _ => true : r => types.Contains(r.Type),
            Scope = rule.Scope,
            KeepDuration = rule.KeepDuration,
            KeepBytes = Math.Max(rule.MaxUsedSpace, rule.ReservedSpace),
        };
    }

    private static string? TypeOf(string filter) => filter.StartsWith("type==", StringComparison.Ordinal) && !filter.Contains(',', StringComparison.Ordinal)
        ? filter["type==".Length..].Trim('"')
        : null;
}
