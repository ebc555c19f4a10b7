using System.Text.Json;

using Attune.Builds.Events;
using Attune.Source;

namespace Attune.Reports.Json;

/// <summary>The parts that several events share.</summary>
internal static class JsonResults
{
    public static void WriteFields(Utf8JsonWriter json, BuildResult result)
    {
        json.WriteBoolean("success", result.IsSuccess);
        json.WriteSeconds(result.Duration);
        json.WriteStartArray("results");
        foreach (var service in result.Services)
        {
            json.WriteStartObject();
            WriteFields(json, service);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteFields(Utf8JsonWriter json, ServiceResult result)
    {
        json.WriteString("service", result.Service);
        json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()));
        if (result.Engine is { } engine)
            json.WriteString("engine", engine);
        json.WriteSeconds(result.Duration);
        json.WriteNumber("cachedSteps", result.Steps.Cached);
        json.WriteNumber("executedSteps", result.Steps.Executed);
        if (result.Waited > TimeSpan.Zero)
            json.WriteNumber("waited", Math.Round(result.Waited.TotalSeconds, 3));
        WriteImage(json, result.Image);
        WriteFailure(json, result.Failure);
        if (result.Recovery is { } recovery)
            JsonRecoveries.WriteFields(json, recovery);
    }

    public static void WriteNames(this Utf8JsonWriter json, string field, IEnumerable<string> names)
    {
        json.WriteStartArray(field);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    public static void WriteLocation(this Utf8JsonWriter json, string field, SourceLocation? location)
    {
        if (location is null)
        {
            json.WriteNull(field);
            return;
        }

        json.WriteStartObject(field);
        json.WriteString("path", location.Path);
        json.WriteNumber("line", location.Start.Line);
        json.WriteNumber("column", location.Start.Column);
        json.WriteNumber("endLine", location.End.Line);
        json.WriteNumber("endColumn", location.End.Column);
        json.WriteEndObject();
    }

    private static void WriteSeconds(this Utf8JsonWriter json, TimeSpan duration) => json.WriteNumber("seconds", Math.Round(duration.TotalSeconds, 3));

    private static void WriteImage(Utf8JsonWriter json, BuiltImage? image)
    {
        if (image is null)
        {
            json.WriteNull("image");
            return;
        }

        json.WriteStartObject("image");
        json.WriteString("id", image.Id);
        if (image.Size is { } size)
            json.WriteNumber("size", size);
        else
            json.WriteNull("size");
        json.WriteNames("tags", image.Tags);
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, BuildFailure? failure)
    {
        if (failure is null)
        {
            json.WriteNull("failure");
            return;
        }

        json.WriteStartObject("failure");
        json.WriteString("message", failure.Message);
        json.WriteString("step", failure.StepName);
        json.WriteLocation("location", failure.Location);
        json.WriteNames("lastLines", failure.LastLines);
        json.WriteEndObject();
    }
}
