using System.Collections.Immutable;
using Attune.BuildKit;
using Attune.BuildKit.Control;

namespace Attune.Caches.Pruning;

/// <summary>Carries a plan out, and looks whether it was.</summary>
public static class CachePruner
{
    /// <summary>Removes, then reads the engine again.</summary>
    /// <exception cref="BuildKitException">The engine can't be asked.</exception>
    public static async Task<PruneOutcome> RunAsync(BuildKitClient client, PrunePlan plan, CancellationToken cancellationToken)
    {
        var removed = ImmutableArray.CreateBuilder<CacheRecord>();
        if (plan.Request is { } request)
        {
            await foreach (var record in client.PruneAsync(request, cancellationToken))
                removed.Add(record);
        }

        var present = (await client.DiskUsageAsync(cancellationToken: cancellationToken)).Select(r => r.Id).ToHashSet();
        return new(removed.ToImmutable())
        {
            Left = [.. plan.Expected.Where(r => present.Contains(r.Id))],
            Unconfirmed = [.. removed.Where(r => present.Contains(r.Id))],
        };
    }
}

/// <summary>What a prune did.</summary>
/// <param name="Removed">The records that the engine removed.</param>
public sealed record PruneOutcome(ImmutableArray<CacheRecord> Removed)
{
    /// <summary>Records that were expected to go and are still there: a build has taken them meanwhile.</summary>
    public required ImmutableArray<CacheRecord> Left { get; init; }

    /// <summary>Records that the engine said to have removed and still lists.</summary>
    public required ImmutableArray<CacheRecord> Unconfirmed { get; init; }

    /// <summary>The bytes freed.</summary>
    public long Bytes => Removed.Sum(r => r.Size);
}
