using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Attune.Benchmarks.Comparing;
using Attune.Benchmarks.Results;

namespace Attune.Benchmarks.Publishing;

/// <summary>
/// A benchmark's result for programs: <c>{at,machine,engine,peers:{name:version},packages,rounds,services,contenders:[{name,title,failed,builds,
/// scenarios:{name:{median,least,most,count,ofBaseline}}}],samples:[{contender,scenario,round,seconds,failures,error}]}</c>.
/// </summary>
public static class BenchmarkJson
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text.</summary>
    public static string Render(BenchmarkResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            WriteSetting(json, result.Setting);
            json.WriteNumber("services", result.Services);
            json.WriteStartArray("contenders");
            foreach (var contender in result.Contenders)
                Write(json, contender, result);
            json.WriteEndArray();
            json.WriteStartArray("samples");
            foreach (var sample in result.Samples)
                Write(json, sample);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteSetting(Utf8JsonWriter json, BenchmarkSetting setting)
    {
        json.WriteString("at", setting.At.UtcDateTime);
        json.WriteString("machine", setting.Machine);
        json.WriteString("engine", setting.Engine);
        json.WriteStartObject("peers");
        foreach (var peer in setting.Peers)
            json.WriteString(peer.Key, peer.Value);
        json.WriteEndObject();
        json.WriteString("packages", setting.Packages);
        json.WriteNumber("rounds", setting.Rounds);
    }

    private static void Write(Utf8JsonWriter json, Contender contender, BenchmarkResult result)
    {
        var (failed, builds) = result.Failures(contender.Name);
        json.WriteStartObject();
        json.WriteString("name", contender.Name);
        json.WriteString("title", contender.Title);
        json.WriteNumber("failed", failed);
        json.WriteNumber("builds", builds);
        json.WriteStartObject("scenarios");
        foreach (var scenario in Enum.GetValues<Scenario>())
            if (result.Times(contender.Name, scenario) is { } times)
            {
                json.WriteStartObject(JsonNamingPolicy.CamelCase.ConvertName(scenario.ToString()));
                json.WriteNumber("median", Math.Round(times.Median, 2));
                json.WriteNumber("least", Math.Round(times.Least, 2));
                json.WriteNumber("most", Math.Round(times.Most, 2));
                json.WriteNumber("count", times.Count);
                if (result.Ratio(contender.Name, Contender.Baseline, scenario) is { } ratio)
                    json.WriteNumber("ofBaseline", Math.Round(ratio, 3));
                json.WriteEndObject();
            }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Sample sample)
    {
        json.WriteStartObject();
        json.WriteString("contender", sample.Contender);
        json.WriteString("scenario", JsonNamingPolicy.CamelCase.ConvertName(sample.Scenario.ToString()));
        json.WriteNumber("round", sample.Round);
        json.WriteNumber("seconds", Math.Round(sample.Seconds, 2));
        json.WriteNumber("failures", sample.Failures);
        if (sample.Error is { } error)
            json.WriteString("error", error);
        json.WriteEndObject();
    }
}
