using Attune.BuildKit.Control;

namespace Attune.Builds.Solving;

/// <summary>Reads <c>cache_from</c> and <c>cache_to</c>: <c>type=registry,ref=…</c>, or an image's name alone.</summary>
internal static class CacheLocations
{
    public static IReadOnlyList<CacheLocation> Read(IEnumerable<string> entries) => [.. entries.Select(Read)];

    private static CacheLocation Read(string entry)
    {
        var fields = entry.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!fields.Any(f => f.Contains('=', StringComparison.Ordinal)))
            return new("registry", new Dictionary<string, string> { ["ref"] = entry });
        var attributes = fields.Select(f => f.Split('=', 2)).Where(f => f.Length == 2).ToDictionary(f => f[0].ToLowerInvariant(), f => f[1]);
        var type = attributes.Remove("type", out var value) ? value : "registry";
        return new(type, attributes);
    }
}
