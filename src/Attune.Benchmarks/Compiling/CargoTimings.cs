using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Attune.Source;

namespace Attune.Benchmarks.Compiling;

/// <summary>
/// Reads what cargo tells of a build: <c>cargo build -j1 --timings</c> says what each unit took, in the data of its HTML page;
/// <c>cargo build --unit-graph -Z unstable-options</c> says what each is made from.
/// </summary>
public static partial class CargoTimings
{
    // cargo doesn't say when a service's code generation begins. Of this repository's services half is done before it.
    private const double BinaryFront = 0.5;

    /// <summary>The graph of both.</summary>
    /// <param name="timings">The page of timings, or only the line with its <c>UNIT_DATA</c>.</param>
    /// <param name="unitGraph">The unit graph's JSON.</param>
    /// <exception cref="UserErrorException">They aren't of the same build, or not what cargo writes.</exception>
    public static CrateGraph Read(string timings, string unitGraph)
    {
        ArgumentNullException.ThrowIfNull(timings);
        ArgumentNullException.ThrowIfNull(unitGraph);
        if (UnitData().Match(timings) is not { Success: true } match)
            throw new UserErrorException("There is no UNIT_DATA in the timings", "Take the page that cargo build --timings writes.");
        try
        {
            using var times = JsonDocument.Parse(match.Groups["data"].Value);
            using var graph = JsonDocument.Parse(unitGraph);
            var taken = times.RootElement.EnumerateArray().ToLookup(NameOf);
            return new([.. graph.RootElement.GetProperty("units").EnumerateArray().Select(unit => UnitOf(unit, taken))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UserErrorException("The crate graph isn't what cargo writes", e.Message, inner: e);
        }
    }

    private static CompileUnit UnitOf(JsonElement unit, ILookup<string, JsonElement> taken)
    {
        var target = unit.GetProperty("target");
        var kind = unit.GetProperty("mode").GetString() == "run-custom-build" ? UnitKind.ScriptRun : target.GetProperty("kind")[0].GetString() switch
        {
            "bin" => UnitKind.Binary,
            "proc-macro" => UnitKind.Macro,
            "custom-build" => UnitKind.Script,
            _ => UnitKind.Library,
        };
        var (name, version) = Package(unit.GetProperty("pkg_id").GetString()!);
        var description = kind switch
        {
            UnitKind.Script => " build script",
            UnitKind.ScriptRun => " build script (run)",
            UnitKind.Binary => $" bin \"{target.GetProperty("name").GetString()}\"",
            _ => "",
        };
        var measured = taken[$"{name} {version}{description}"].FirstOrDefault();
        if (measured.ValueKind == JsonValueKind.Undefined)
            throw new UserErrorException($"The timings don't have {name} {version}{description}", "Both files must be of the same build, from nothing.");
        var all = measured.GetProperty("duration").GetDouble();
        var front = measured.GetProperty("rmeta_time") is { ValueKind: JsonValueKind.Number } metadata ? metadata.GetDouble() : kind == UnitKind.Binary ? all * BinaryFront : all;
        return new(name, kind, front, all - front, Needs(unit));
    }

    private static ImmutableArray<int> Needs(JsonElement unit) =>
        [.. unit.GetProperty("dependencies").EnumerateArray().Select(d => d.GetProperty("index").GetInt32())];

    private static string NameOf(JsonElement measured) =>
        $"{measured.GetProperty("name").GetString()} {measured.GetProperty("version").GetString()}{measured.GetProperty("target").GetString()}";

    // "name version (source)" or, since cargo 1.77, "source#name@version" and "source/name#version".
    private static (string Name, string Version) Package(string id)
    {
        if (id.Split(' ') is [var name, var version, _])
            return (name, version);
        var (source, end) = (id[..id.IndexOf('#', StringComparison.Ordinal)], id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        return end.Split('@') is [var named, var at] ? (named, at) : (source[(source.LastIndexOf('/') + 1)..], end);
    }

    [GeneratedRegex(@"const UNIT_DATA = (?<data>\[.*?\]);", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex UnitData();
}
