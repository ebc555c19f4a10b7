using System.Text.Json;
using System.Text.Json.Serialization;
using Attune.BuildKit.Wire;

namespace Attune.BuildKit.Control;

/// <summary>Makes a request into its message.</summary>
internal static partial class SolveCallFactory
{
    public static SolveCall Create(string reference, SolveRequest request)
    {
        var call = new SolveCall
        {
            Ref = reference,
            Session = request.SessionId,
            Frontend = request.Frontend,
            FrontendAttrs = { request.FrontendAttributes.ToDictionary() },
            Cache = new CacheOptions { Exports = { request.CacheExports.Select(Entry) } },
            Entitlements = { request.Entitlements },
        };
        // A frontend imports caches itself, so it is told as an option of its own (client/solve.go of moby/buildkit).
        if (request.CacheImports.Count > 0)
            call.FrontendAttrs["cache-imports"] = JsonSerializer.Serialize(request.CacheImports.Select(i => new CacheImport(i.Type, i.Attributes)), ImportJson.Default.IEnumerableCacheImport);
        if (request.Exporter is { } exporter)
        {
            // Engines before 25 know only the deprecated fields, and say nothing when they see none.
            call.Exporter = exporter.Type;
            call.ExporterAttrs.Add(exporter.Attributes.ToDictionary());
            call.Exporters.Add(new ExporterSpec { Type = exporter.Type, Attrs = { exporter.Attributes.ToDictionary() } });
        }

        return call;
    }

    private static CacheEntry Entry(CacheLocation location) => new() { Type = location.Type, Attrs = { location.Attributes.ToDictionary() } };

    private sealed record CacheImport(string Type, IReadOnlyDictionary<string, string> Attrs);

    [JsonSerializable(typeof(IEnumerable<CacheImport>))]
    private sealed partial class ImportJson : JsonSerializerContext;
}
