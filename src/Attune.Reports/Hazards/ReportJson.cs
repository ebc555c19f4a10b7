using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Attune.Reports.Hazards;

/// <summary>Writes one JSON document.</summary>
internal static class ReportJson
{
    // For a file or a terminal, not for a web page: quotes and letters stay readable. One line ending everywhere.
    private static readonly JsonWriterOptions _options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void WriteObject(this Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteText(this Utf8JsonWriter json, string name, string text) => json.WriteObject(name, () => json.WriteString("text", text));
}
