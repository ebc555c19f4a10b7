using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.Common.IO;
using Nuke.Common.Injection;

namespace Nuke.Common.Display;

/// <summary><c>.nuke/build.schema.json</c>, from which editors complete parameter files and command lines.</summary>
internal static class BuildSchema
{
    /// <summary>Writes only what has changed.</summary>
    public static void Save(NukeBuild build, IReadOnlyList<ParameterMember> parameters)
    {
        var directory = NukeBuild.RootDirectory / ".nuke";
        if (!(directory / "parameters.json").FileExists())
            (directory / "parameters.json").WriteAllText("{\n  \"$schema\": \"./build.schema.json\"\n}\n");
        var file = directory / "build.schema.json";
        var text = Create(build, parameters);
        if (!file.FileExists() || file.ReadAllText() != text)
            file.WriteAllText(text);
    }

    public static string Create(NukeBuild build, IReadOnlyList<ParameterMember> parameters)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions
               {
                   Indented = true,
                   NewLine = "\n",
                   Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
               }))
            Write(new SchemaProperties(writer, build), parameters);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(SchemaProperties properties, IReadOnlyList<ParameterMember> parameters)
    {
        var writer = properties.Writer;
        writer.WriteStartObject();
        writer.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
        writer.WriteStartObject("definitions");
        foreach (var name in parameters.Select(properties.Definition).OfType<string>().Distinct())
            properties.WriteDefinition(name);
        writer.WriteStartObject("NukeBuild");
        properties.Write(parameters.Where(parameter => parameter.IsBuiltIn));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("allOf");
        writer.WriteStartObject();
        properties.Write(parameters.Where(parameter => !parameter.IsBuiltIn));
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("$ref", "#/definitions/NukeBuild");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
