using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Attune.Projects;

namespace Attune.Workflow.Reporting;

/// <summary>
/// The plan for programs:
/// <c>{services:[{name,context,dockerfile,target,args,tags,platforms,cacheMounts:[{id,target,sharing,line}]}]}</c>.
/// </summary>
internal static class PlanJson
{
    // For a file or a terminal, not for a web page: quotes and letters stay readable.
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(BuildPlan plan)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteStartArray("services");
            foreach (var service in plan.Services)
                Write(json, service);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ServicePlan service)
    {
        json.WriteStartObject();
        json.WriteString("name", service.Name);
        json.WriteString("context", service.Section.Context.Value);
        json.WriteString("dockerfile", service.Section.Dockerfile);
        if (service.Section.DockerfileInline is { } inline)
            json.WriteString("dockerfileInline", inline);
        json.WriteString("target", service.Section.Target);
        json.WriteStartObject("args");
        foreach (var arg in service.Args)
            json.WriteString(arg.Name, arg.Value);
        json.WriteEndObject();
        WriteAll(json, "tags", service.Tags);
        WriteAll(json, "platforms", service.Platforms);
        json.WriteStartArray("cacheMounts");
        foreach (var mount in service.CacheMounts)
        {
            json.WriteStartObject();
            json.WriteString("id", mount.Id);
            json.WriteString("target", mount.Target);
            json.WriteString("sharing", mount.Sharing.ToString().ToLowerInvariant());
            json.WriteNumber("line", mount.Location.Start.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
