using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.Injection;

namespace Nuke.Common.Display;

/// <summary>Parameters as properties of a JSON schema.</summary>
internal sealed class SchemaProperties(Utf8JsonWriter writer, NukeBuild build)
{
    private const string Targets = nameof(ExecutableTarget);
    private readonly Dictionary<string, Type> enums = [];

    public Utf8JsonWriter Writer => writer;

    /// <summary>The definition a parameter refers to; null if its type is written in place.</summary>
    public string? Definition(ParameterMember parameter)
    {
        if (parameter is { IsBuiltIn: true, Name: "Target" or "Skip" })
            return Targets;
        var type = ElementType(parameter.Type);
        if (type == typeof(Host))
            return nameof(Host);
        if (type.IsEnum)
            enums[type.Name] = type;
        return type.IsEnum ? type.Name : null;
    }

    public void WriteDefinition(string name)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", "string");
        if (enums.TryGetValue(name, out var type))
        {
            writer.WriteString("description", "");
            WriteEnum(Enum.GetNames(type));
        }
        else
        {
            var names = name == Targets ? build.ExecutableTargets.Select(target => target.Name) : Host.Names;
            WriteEnum(names.Order(StringComparer.OrdinalIgnoreCase));
        }

        writer.WriteEndObject();
    }

    public void Write(IEnumerable<ParameterMember> parameters)
    {
        writer.WriteStartObject("properties");
        foreach (var parameter in parameters)
        {
            writer.WriteStartObject(parameter.Name);
            Write(parameter);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static Type ElementType(Type type) => type.GetElementType() ?? Nullable.GetUnderlyingType(type) ?? type;

    private static (string Type, string? Format) JsonType(Type type) =>
        type == typeof(bool) ? ("boolean", null)
        : type == typeof(int) ? ("integer", "int32")
        : type == typeof(long) ? ("integer", "int64")
        : type == typeof(double) ? ("number", "double")
        : ("string", null);

    private void Write(ParameterMember parameter)
    {
        var definition = Definition(parameter);
        var isArray = parameter.Type.IsArray || definition == Targets;
        var (type, format) = JsonType(ElementType(parameter.Type));
        WriteType(parameter, isArray, definition, type);
        if (parameter.Description is { } description)
            writer.WriteString("description", description);
        if (parameter.Member.IsDefined(typeof(SecretAttribute), inherit: true))
            writer.WriteString("default", "Secrets must be entered via 'nuke :secrets [profile]'");
        if (isArray)
            writer.WriteStartObject("items");
        if (isArray && definition is null)
            writer.WriteString("type", type);
        if (format is not null)
            writer.WriteString("format", format);
        if (definition is not null)
            writer.WriteString("$ref", "#/definitions/" + definition);
        if (parameter.ValueSet(build) is { } values)
            WriteEnum(values.Order(StringComparer.OrdinalIgnoreCase));
        if (isArray)
            writer.WriteEndObject();
    }

    private void WriteType(ParameterMember parameter, bool isArray, string? definition, string type)
    {
        if (isArray)
        {
            writer.WriteString("type", "array");
        }
        else if (Nullable.GetUnderlyingType(parameter.Type) is not null)
        {
            writer.WriteStartArray("type");
            writer.WriteStringValue(type);
            writer.WriteStringValue("null");
            writer.WriteEndArray();
        }
        else if (definition is null)
        {
            writer.WriteString("type", type);
        }
    }

    private void WriteEnum(IEnumerable<string> values)
    {
        writer.WriteStartArray("enum");
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
