using System.Text;
using System.Text.Json;

namespace Attune.Benchmarks.Scratch;

/// <summary>The compose file of a <see cref="ScratchProject"/>: JSON, which is YAML, too.</summary>
internal static class ScratchCompose
{
    public static string Render(IEnumerable<ScratchService> services)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("name", "attune-benchmark");
            json.WriteStartObject("services");
            foreach (var service in services)
                Write(json, service);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ScratchService service)
    {
        var section = service.Plan.Section;
        json.WriteStartObject(service.Plan.Name);
        json.WriteString("image", service.Image);
        json.WriteStartObject("build");
        json.WriteString("context", service.Context);
        json.WriteString("dockerfile", service.Dockerfile);
        if (section.Target is { } target)
            json.WriteString("target", target);
        if (section.Network is { Length: > 0 } network)
            json.WriteString("network", network);
        json.WriteStartObject("args");
        foreach (var arg in service.Plan.Args)
            json.WriteString(arg.Name, Literal(arg.Value));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Compose replaces variables in every value.
    private static string Literal(string text) => text.Replace("$", "$$", StringComparison.Ordinal);
}
