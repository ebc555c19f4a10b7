using System.Collections.Immutable;
using Attune.BuildKit;
using Attune.BuildKit.Control;
using Attune.Caches.Mounts;
using Attune.Caches.Pruning;

namespace Attune.Caches.Inventory;

/// <summary>What an engine keeps, joined with what a project mounts.</summary>
public sealed record CacheInventory
{
    private const int Remeasurements = 3;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The project's caches, whether or not the engine has them.</summary>
    public required ImmutableArray<ProjectCache> ProjectCaches { get; init; }

    /// <summary>The engine's cache mounts: the project's, orphans, others', each the largest first.</summary>
    public required ImmutableArray<KeptCache> Caches { get; init; }

    /// <summary>All of the engine's records, those of layers and contexts too.</summary>
    public required ImmutableArray<CacheRecord> Records { get; init; }

    /// <summary>The engine's rules of garbage collection; empty when it lists none.</summary>
    public required ImmutableArray<GcRule> Rules { get; init; }

    /// <summary>The records that the next garbage collection would remove; null when the engine lists no rules.</summary>
    public required ImmutableArray<CacheRecord>? Doomed { get; init; }

    /// <summary>Ids of records whose data the engine has lost; none of the others here is one of them.</summary>
    public ImmutableArray<string> Lost { get; init; } = [];

    /// <summary>Why caches of the project have several records.</summary>
    public ImmutableArray<ForkFinding> Forks => ForkFinding.Of(this);

    /// <summary>The records of a cache.</summary>
    public IEnumerable<KeptCache> RecordsOf(ProjectCache cache) => Caches.Where(k => k.Cache == cache || k.Candidates.Contains(cache));

    /// <summary>Asks an engine.</summary>
    /// <param name="client">The engine.</param>
    /// <param name="caches">The project's caches.</param>
    /// <param name="ledger">What earlier runs saw.</param>
    /// <param name="now">The time that garbage collection counts from.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="BuildKitException">The engine can't be asked.</exception>
    public static async Task<CacheInventory> ReadAsync(
        BuildKitClient client, ImmutableArray<ProjectCache> caches, CacheLedger ledger, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = (await client.ListWorkersAsync(cancellationToken)).SelectMany(w => w.GcRules).ToList();
        return Of(caches, await MeasureAsync(client, cancellationToken), rules, ledger, now) with { Lost = [.. client.LostRecordIds] };
    }

    // An engine says 0 of a record that it is measuring for somebody else; of an empty cache it says so every time.
    private static async Task<IReadOnlyList<CacheRecord>> MeasureAsync(BuildKitClient client, CancellationToken cancellationToken)
    {
        var records = await client.DiskUsageAsync(cancellationToken: cancellationToken);
        for (var again = 0; again < Remeasurements && records.Any(IsDoubtful); again++)
        {
            await Task.Delay(_pause, cancellationToken);
            records = await client.DiskUsageAsync(cancellationToken: cancellationToken);
        }

        return records;

        static bool IsDoubtful(CacheRecord record) => record is { Type: "exec.cachemount", Size: 0, IsInUse: false };
    }

    internal static CacheInventory Of(
        ImmutableArray<ProjectCache> caches, IReadOnlyList<CacheRecord> records, IReadOnlyList<GcRule> rules, CacheLedger ledger, DateTimeOffset now)
    {
        var matcher = new RecordMatcher(caches, ledger);
        return new()
        {
            ProjectCaches = caches,
            Records = [.. records],
            Rules = [.. rules],
            Doomed = rules.Count == 0 ? null : [.. PruneForecast.OfCollection(records, rules, now)],
            Caches =
            [
                .. records.Select(matcher.Match).OfType<KeptCache>()
                    .OrderByDescending(k => k.Ownership).ThenByDescending(k => k.Record.Size).ThenBy(k => k.DisplayName, StringComparer.Ordinal),
            ],
        };
    }
}
