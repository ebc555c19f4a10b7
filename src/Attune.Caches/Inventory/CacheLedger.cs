using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Caches.Inspection;
using Attune.Caches.Mounts;

namespace Attune.Caches.Inventory;

/// <summary>
/// Which records were seen to belong to which cache of the project, kept beside the checkout. Records have random ids, so one ledger serves
/// all engines. It tells a cache that the project mounts no more from one of another project, which no engine can.
/// </summary>
public sealed partial record CacheLedger
{
    // A checkout has tens of records at a time; the oldest sightings go.
    private const int MaxEntries = 2000;

    /// <summary>Sightings by the record's id.</summary>
    public ImmutableDictionary<string, LedgerEntry> Entries { get; init; } = ImmutableDictionary<string, LedgerEntry>.Empty;

    /// <summary>Reads what <see cref="ToJson"/> wrote; a ledger that can't be read is empty, as it only adds to what the engine says.</summary>
    public static CacheLedger Parse(string text)
    {
        try
        {
            return new() { Entries = JsonSerializer.Deserialize(text, LedgerJson.Default.ImmutableDictionaryStringLedgerEntry) ?? Nothing };
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <summary>For a file.</summary>
    public string ToJson() => JsonSerializer.Serialize(Entries, LedgerJson.Default.ImmutableDictionaryStringLedgerEntry);

    /// <summary>The ledger with the records that are known to be the project's.</summary>
    public CacheLedger With(IEnumerable<KeptCache> caches, DateTimeOffset now)
    {
        var entries = Entries.SetItems(
            from kept in caches
            where kept is { Ownership: CacheOwnership.Project, Cache: not null }
            select KeyValuePair.Create(kept.Record.Id, LedgerEntry.Of(kept.Cache!, now)));
        return new() { Entries = entries.Count <= MaxEntries ? entries : entries.OrderByDescending(e => e.Value.Seen).Take(MaxEntries).ToImmutableDictionary() };
    }

    /// <summary>The ledger with the record that a look into a cache found.</summary>
    public CacheLedger With(CacheContents contents, DateTimeOffset now) =>
        contents.Record is { } record ? new() { Entries = Entries.SetItem(record, LedgerEntry.Of(contents.Cache, now)) } : this;

    private static ImmutableDictionary<string, LedgerEntry> Nothing => ImmutableDictionary<string, LedgerEntry>.Empty;

    [JsonSerializable(typeof(ImmutableDictionary<string, LedgerEntry>))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    private sealed partial class LedgerJson : JsonSerializerContext;
}

/// <summary>A sighting.</summary>
/// <param name="EngineId">The cache's id.</param>
/// <param name="Fork">What else selects its directory, as text.</param>
/// <param name="Seen">When it was last seen to be the project's.</param>
public sealed record LedgerEntry(string EngineId, string Fork, DateTimeOffset Seen)
{
    internal static LedgerEntry Of(ProjectCache cache, DateTimeOffset now) => new(cache.EngineId, cache.Fork.ToString(), now);

    internal bool IsOf(ProjectCache cache) => EngineId == cache.EngineId && Fork == cache.Fork.ToString();
}
