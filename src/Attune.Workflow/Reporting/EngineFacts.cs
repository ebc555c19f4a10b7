using System.Globalization;
using Attune.Engines.Finding;
using Attune.Reports.Text;

namespace Attune.Workflow.Reporting;

/// <summary>An engine in names and values.</summary>
internal static class EngineFacts
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(EngineInfo engine) =>
    [
        new("address", engine.Endpoint.ToString()),
        new("chosen by", engine.Source),
        new("version", engine.EngineVersion),
        new("API", engine.ApiVersion.Length > 0 ? engine.ApiVersion : "BuildKit only"),
        new("platform", $"{engine.OsType}/{engine.Architecture}"),
        new("storage", $"{engine.StorageDriver} ({(engine.ImageStore == ImageStore.Containerd ? "containerd image store" : "classic image store")})"),
        new("cores", engine.Cpus.ToString(CultureInfo.InvariantCulture)),
        new("memory", ByteSize.Format(engine.Memory)),
        new("RUN network", engine.DefaultRunNetwork == RunNetwork.Host ? "host (the engine has no bridge)" : "bridge"),
        new("embedded", engine.IsEmbedded ? "yes: StopEngine stops it" : "no: it is left alone"),
    ];
}
