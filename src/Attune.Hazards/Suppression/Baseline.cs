using System.Text.Json;
using System.Text.Json.Nodes;
using Attune.Source;

namespace Attune.Hazards.Suppression;

/// <summary>
/// Findings of an earlier run, which hold back equal ones: as many as there were. Equal is what agrees in rule, file, cache and the text of the
/// instruction, so that a finding whose line moves stays known, and one whose instruction changes is looked at again.
/// </summary>
public sealed class Baseline
{
    private const int Version = 1;

    private readonly Dictionary<BaselineEntry, int> _counts = [];

    private Baseline(IEnumerable<KnownFindings> known)
    {
        foreach (var (entry, count) in known)
            _counts[entry] = _counts.GetValueOrDefault(entry) + count;
    }

    /// <summary>Holds nothing back.</summary>
    public static Baseline Empty { get; } = new([]);

    /// <summary>How many findings it holds back.</summary>
    public int Count => _counts.Values.Sum();

    /// <summary>The baseline that holds back some findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="pathOf">The path, relative to the project directory, of a file as findings name it.</param>
    public static Baseline Of(IEnumerable<Finding> findings, Func<string, string> pathOf) =>
        new(findings.Select(f => new KnownFindings(BaselineEntry.Of(f, (pathOf ?? throw new ArgumentNullException(nameof(pathOf)))(f.Location.Path)), 1)));

    /// <summary>Reads the file that <see cref="Render"/> makes.</summary>
    /// <exception cref="UserErrorException">It is another kind of file.</exception>
    public static Baseline Parse(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text.Text);
            var version = document.RootElement.GetProperty("version").GetInt32();
            return version == Version
                ? new(document.RootElement.GetProperty("findings").EnumerateArray().Select(Read).ToList())
                : throw new UserErrorException($"The baseline {text.Path} has version {version}; {Version} is known", "Write it again with --write-baseline.", FaultKind.Usage);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new UserErrorException($"{text.Path} is no baseline: {e.Message}", "Write it with --write-baseline.", FaultKind.Usage, e);
        }
    }

    /// <summary>The file's text: JSON, sorted, a finding a line, so that versions of it can be compared and merged.</summary>
    public string Render()
    {
        var lines = _counts.OrderBy(c => c.Key).Select(c => "    " + new JsonObject
        {
            ["rule"] = c.Key.Rule,
            ["file"] = c.Key.File,
            ["cacheId"] = c.Key.CacheId,
            ["instruction"] = c.Key.Instruction,
            ["count"] = c.Value,
        }.ToJsonString(BaselineEntry.Json));
        return $"{{\n  \"version\": {Version},\n  \"findings\": [{(_counts.Count == 0 ? "" : $"\n{string.Join(",\n", lines)}\n  ")}]\n}}\n";
    }

    /// <summary>A copy to tick off.</summary>
    internal Dictionary<BaselineEntry, int> Open() => new(_counts);

    private static KnownFindings Read(JsonElement json)
    {
        var entry = new BaselineEntry(Text("rule"), Text("file"), Text("cacheId"), Text("instruction"));
        return new(entry, json.TryGetProperty("count", out var count) ? Math.Max(count.GetInt32(), 0) : 1);

        string Text(string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");
    }

    private sealed record KnownFindings(BaselineEntry Entry, int Count);
}
