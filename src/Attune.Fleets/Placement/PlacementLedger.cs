using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.Builds.Events;

namespace Attune.Fleets.Placement;

/// <summary>Which engine built which service last, and how long that took; kept beside the checkout.</summary>
public sealed partial record PlacementLedger
{
    /// <summary>The last build of each service.</summary>
    public ImmutableDictionary<string, PlacementEntry> Entries { get; init; } = ImmutableDictionary<string, PlacementEntry>.Empty;

    /// <summary>Reads what <see cref="ToJson"/> wrote; a ledger that can't be read is empty, as it only saves time.</summary>
    public static PlacementLedger Parse(string text)
    {
        try
        {
            return new() { Entries = JsonSerializer.Deserialize(text, PlacementJson.Default.ImmutableDictionaryStringPlacementEntry) ?? Nothing };
        }
        catch (JsonException)
        {
            return new();
        }
    }

    /// <summary>For a file.</summary>
    public string ToJson() => JsonSerializer.Serialize(Entries, PlacementJson.Default.ImmutableDictionaryStringPlacementEntry);

    /// <summary>What it tells of engines.</summary>
    /// <param name="engines">Their addresses, in the order of their numbers.</param>
    public PlacementExperience For(IReadOnlyList<string> engines) => new(
        service => Entries.GetValueOrDefault(service)?.Seconds,
        service => Entries.GetValueOrDefault(service) is { } entry && engines.ToList().IndexOf(entry.Engine) is >= 0 and var index ? index : null);

    /// <summary>The ledger with what a build did.</summary>
    /// <param name="services">The results.</param>
    /// <param name="engineOf">The address of the engine that built a service.</param>
    public PlacementLedger With(IEnumerable<ServiceResult> services, Func<string, string> engineOf) => new()
    {
        Entries = Entries.SetItems(
            from service in services
            where service.Outcome is ServiceOutcome.Built or ServiceOutcome.Cached
            let before = Entries.GetValueOrDefault(service.Service)
            // What everything cached took says nothing of what the next change will take.
            let seconds = service.Outcome == ServiceOutcome.Built ? Math.Round(service.Duration.TotalSeconds, 3) : before?.Seconds
            select KeyValuePair.Create(service.Service, new PlacementEntry(engineOf(service.Service), seconds))),
    };

    private static ImmutableDictionary<string, PlacementEntry> Nothing => ImmutableDictionary<string, PlacementEntry>.Empty;

    [JsonSerializable(typeof(ImmutableDictionary<string, PlacementEntry>))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    private sealed partial class PlacementJson : JsonSerializerContext;
}

/// <summary>The last build of a service.</summary>
/// <param name="Engine">The engine's address.</param>
/// <param name="Seconds">How long it took when it wasn't all cached; null when it never was that.</param>
public sealed record PlacementEntry(string Engine, double? Seconds);
