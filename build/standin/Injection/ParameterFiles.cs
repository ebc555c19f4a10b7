using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.Injection;

/// <summary><c>.nuke/parameters.json</c> and the files of the chosen profiles, the last profile first.</summary>
internal sealed class ParameterFiles
{
    private readonly List<JsonElement> files = [];

    public ParameterFiles(AbsolutePath root, IEnumerable<string> profiles)
    {
        Root = root;
        if (Read(root / ".nuke" / "parameters.json") is { } defaults)
            files.Add(defaults);
        foreach (var profile in profiles)
        {
            var file = root / ".nuke" / $"parameters.{profile}.json";
            files.Insert(0, Read(file) ?? throw new UsageException($"Profile '{profile}' has no file {file}"));
        }
    }

    public AbsolutePath Root { get; }

    public IReadOnlyList<string>? Values(string name)
    {
        foreach (var file in files)
        {
            if (!file.TryGetProperty(name, out var value))
                continue;
            return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [value.ToString()];
        }

        return null;
    }

    private static JsonElement? Read(AbsolutePath file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new UsageException($"{file}:{fault.LineNumber + 1}:{fault.BytePositionInLine + 1}: not valid JSON");
        }
    }
}
