using System.Text.Json;
using Attune.Builds.Events;

namespace Attune.Reports.Json;

/// <summary>What was found and done about damaged caches.</summary>
internal static class JsonRecoveries
{
    public static void WriteFields(Utf8JsonWriter json, ServiceRecovery recovery)
    {
        json.WriteStartObject("recovery");
        WriteCause(json, recovery.Cause);
        json.WriteNumber("retries", recovery.Retries);
        json.WriteNames("removed", recovery.Removed);
        json.WriteEndObject();
    }

    public static void WriteCause(Utf8JsonWriter json, CacheFault cause)
    {
        json.WriteStartObject("cause");
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(cause.Kind.ToString()));
        json.WriteString("tool", cause.Tool);
        json.WriteString("cache", cause.Cache);
        json.WriteString("symptom", cause.Symptom);
        json.WriteString("source", cause.Source);
        json.WriteNames("rules", cause.Rules);
        json.WriteLocation("location", cause.Location);
        json.WriteEndObject();
    }
}
