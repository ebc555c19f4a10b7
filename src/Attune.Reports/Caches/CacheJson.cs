using System.Globalization;
using System.Text.Json;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Reports.Hazards;

namespace Attune.Reports.Caches;

/// <summary>
/// A cache inventory for programs: <c>{caches:[{record,ownership,identifiedBy,id,candidates,target,tools,services,sharing,fork,size,created,lastUsed,uses,
/// inUse,doomed}],empty:[id],forks:[{id,records,reason}],lost:[record],total:{buildCache,cacheMounts},collection:{rules:[…],removes}}</c>. Sizes are bytes; that of a cache
/// in use is null, as no engine tells it; <c>doomed</c> and <c>removes</c> are null where an engine lists no rules.
/// </summary>
public static class CacheJson
{
    /// <summary>The document.</summary>
    public static string Render(CacheInventory inventory) => ReportJson.Write(json =>
    {
        var doomed = inventory.Doomed?.Select(r => r.Id).ToHashSet();
        json.WriteObjects("caches", inventory.Caches, kept => Write(json, kept, doomed));
        Names(json, "empty", inventory.ProjectCaches.Where(c => !inventory.RecordsOf(c).Any()).Select(c => c.Name));
        json.WriteObjects("forks", inventory.Forks, fork =>
        {
            json.WriteString("id", fork.Records[0].Cache?.Id ?? fork.EngineId);
            Names(json, "records", fork.Records.Select(k => k.Record.Id));
            json.WriteString("reason", fork.Reason);
        });
        Names(json, "lost", inventory.Lost);
        json.WriteObject("total", () =>
        {
            json.WriteNumber("buildCache", inventory.Records.Sum(r => r.Size));
            json.WriteNumber("cacheMounts", inventory.Caches.Sum(k => k.Record.Size));
        });
        json.WriteObject("collection", () =>
        {
            json.WriteObjects("rules", inventory.Rules, rule =>
            {
                Names(json, "filters", rule.Filters);
                json.WriteNumber("unusedForSeconds", (long)rule.KeepDuration.TotalSeconds);
                json.WriteNumber("reservedSpace", rule.ReservedSpace);
                json.WriteNumber("maxUsedSpace", rule.MaxUsedSpace);
                json.WriteNumber("minFreeSpace", rule.MinFreeSpace);
            });
            WriteNumber(json, "removes", inventory.Doomed?.Sum(r => r.Size));
        });
    });

    private static void Write(Utf8JsonWriter json, KeptCache kept, HashSet<string>? doomed)
    {
        IReadOnlyList<ProjectCache> caches = kept.Cache is { } cache ? [cache] : kept.Candidates;
        json.WriteString("record", kept.Record.Id);
        json.WriteString("ownership", Word(kept.Ownership));
        json.WriteString("identifiedBy", Word(kept.IdentifiedBy));
        json.WriteString("id", kept.Cache?.Id ?? kept.Name.Id);
        Names(json, "candidates", kept.Candidates.Select(c => c.Name));
        json.WriteString("target", kept.Name.Target);
        Names(json, "tools", caches.SelectMany(c => c.Tools).Distinct(StringComparer.Ordinal));
        Names(json, "services", caches.SelectMany(c => c.Services).Distinct(StringComparer.Ordinal));
        Names(json, "sharing", caches.SelectMany(c => c.Sharing).Distinct().Select(Word));
        json.WriteString("fork", kept.Cache?.Fork.ToString());
        WriteNumber(json, "size", kept.Record.IsInUse ? null : kept.Record.Size);
        json.WriteString("created", Time(kept.Record.CreatedAt));
        json.WriteString("lastUsed", Time(kept.Record.LastUsedAt));
        json.WriteNumber("uses", kept.Record.UsageCount);
        json.WriteBoolean("inUse", kept.Record.IsInUse);
        if (doomed is null)
            json.WriteNull("doomed");
        else
            json.WriteBoolean("doomed", doomed.Contains(kept.Record.Id));
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
