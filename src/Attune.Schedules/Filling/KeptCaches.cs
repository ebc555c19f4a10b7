using System.Collections.Immutable;
using Attune.BuildKit;
using Attune.BuildKit.Control;
using Attune.Builds.Caching;
using Attune.Schedules.Contention;

namespace Attune.Schedules.Filling;

/// <summary>What a step finds in the caches that it mounts.</summary>
public enum CacheFill
{
    /// <summary>It mounts none, or nobody knows.</summary>
    Unknown,

    /// <summary>What earlier builds left.</summary>
    Filled,

    /// <summary>At least one is new in this build: it is empty, or has what other steps of this build put there.</summary>
    Empty,
}

/// <summary>The cache mounts that an engine keeps.</summary>
public sealed class KeptCaches
{
    private readonly ImmutableArray<(CacheMountName Name, DateTimeOffset Created)> _mounts;

    internal KeptCaches(IEnumerable<CacheRecord> records) =>
        _mounts = [.. records.Select(r => (CacheMountName.Of(r), r.CreatedAt ?? default)).Where(r => r.Item1 is not null).Select(r => (r.Item1!, r.Item2))];

    /// <summary>Asks an engine; null when it gives no answer, since no build fails by it.</summary>
    /// <param name="client">The engine.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<KeptCaches?> ReadAsync(BuildKitClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            return new(await client.DiskUsageAsync(["type==exec.cachemount"], cancellationToken));
        }
        catch (Exception e) when (e is BuildKitException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>What a step finds that begins now.</summary>
    public CacheFill FillOf(PlannedStep step) => FillOf(step, DateTimeOffset.MaxValue);

    /// <summary>What a step finds in a build that used its first cache at a time of the engine's clock.</summary>
    internal CacheFill FillOf(PlannedStep step, DateTimeOffset first) => step switch
    {
        null => throw new ArgumentNullException(nameof(step)),
        { Claims: [] } => CacheFill.Unknown,
        _ => step.Claims.All(c => _mounts.Any(m => m.Created < first && IsOf(m.Name, c))) ? CacheFill.Filled : CacheFill.Empty,
    };

    // Engines before 25 tell only where a cache was first mounted; later ones leave out an id that equals the target.
    private static bool IsOf(CacheMountName name, CacheClaim claim) => name.Id is { } id ? id == claim.Cache.Id : name.Target == claim.Target;
}
