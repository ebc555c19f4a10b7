using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Attune.RaceLab.Measures;

namespace Attune.Workflow.Races;

/// <summary>
/// The lab's result for programs: <c>{at,engine,cargo,work,contenders:[{name,description,trials,builds,failures,failedTrials,rate,low,high,
/// medianSeconds,firstError:[line],messages:[{text,count}]}]}</c>.
/// </summary>
internal static class RaceLabJson
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(RaceLabResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteString("at", result.At.UtcDateTime);
            json.WriteString("engine", result.Engine);
            json.WriteString("cargo", result.Cargo);
            json.WriteString("work", JsonNamingPolicy.CamelCase.ConvertName(result.Work.ToString()));
            json.WriteStartArray("contenders");
            foreach (var tally in result.Tallies)
                Write(json, tally);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Tally tally)
    {
        json.WriteStartObject();
        json.WriteString("name", tally.Name);
        json.WriteString("description", tally.Description);
        json.WriteNumber("trials", tally.Trials.Length);
        json.WriteNumber("builds", tally.Builds);
        json.WriteNumber("failures", tally.Failures);
        json.WriteNumber("failedTrials", tally.FailedTrials);
        json.WriteNumber("rate", Math.Round(tally.Rate, 4));
        json.WriteNumber("low", Math.Round(tally.Interval.Low, 4));
        json.WriteNumber("high", Math.Round(tally.Interval.High, 4));
        json.WriteNumber("medianSeconds", Math.Round(tally.MedianDuration.TotalSeconds, 2));
        json.WriteStartArray("firstError");
        foreach (var line in tally.FirstError)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteStartArray("messages");
        foreach (var message in tally.Messages)
        {
            json.WriteStartObject();
            json.WriteString("text", message.Key);
            json.WriteNumber("count", message.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
