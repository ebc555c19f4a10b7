using System.Text.Json;

namespace Attune.Engines.Finding;

/// <summary>Reads what an engine says about itself; trusts no field to be there.</summary>
/// <remarks>https://docs.docker.com/reference/api/engine/version/v1.41 (SystemVersion, SystemInfo, NetworkList)</remarks>
internal static class EngineReply
{
    // BuildKit came with Docker 18.09: https://docs.docker.com/engine/release-notes/18.09
    private static readonly Version _firstWithBuildKit = new(1, 39);

    /// <summary>Why an engine that answered can't be used, or null when it can.</summary>
    public static ProbeResult? WhyUnusable(JsonElement version)
    {
        var number = Text(version, "Version");
        if (Items(version, "Components").Any(c => Text(c, "Name").Contains("Podman", StringComparison.OrdinalIgnoreCase)))
            return ProbeResult.Unusable(
                $"it is Podman {number}, whose Docker API has no BuildKit and so no cache mounts that several builds share",
                "Start a Docker Engine, or a buildkitd and choose it as --engine buildkit+unix:///run/buildkit/buildkitd.sock.");
        if (!Version.TryParse(Text(version, "ApiVersion"), out var api))
            return ProbeResult.Unusable("what answers there is not a Docker Engine");
        if (api < _firstWithBuildKit)
            return ProbeResult.Unusable($"Docker {number} has no BuildKit", "Update it to 18.09 or newer; 20.10 and newer are tested.");
        return Text(version, "Os") == "windows"
            ? ProbeResult.Unusable($"Docker {number} runs Windows containers, where it has no BuildKit", "Switch Docker Desktop to Linux containers.")
            : null;
    }

    /// <summary>Puts an engine's answers together.</summary>
    /// <param name="candidate">Which engine.</param>
    /// <param name="version">Its answer to <c>/version</c>.</param>
    /// <param name="info">Its answer to <c>/info</c>, or null when it refused.</param>
    /// <param name="networks">Its answer to <c>/networks</c>, or null when it refused.</param>
    public static EngineInfo Describe(EngineCandidate candidate, JsonElement version, JsonElement? info, JsonElement? networks)
    {
        var about = info ?? default;
        return new EngineInfo(candidate.Endpoint, candidate.Source)
        {
            EngineVersion = Text(version, "Version"),
            ApiVersion = Text(version, "ApiVersion"),
            OsType = Text(version, "Os"),
            Architecture = Text(version, "Arch"),
            StorageDriver = Text(about, "Driver"),
            // https://docs.docker.com/engine/storage/containerd: "driver-type: io.containerd.snapshotter.v1".
            ImageStore = Items(about, "DriverStatus").Any(IsSnapshotter) ? ImageStore.Containerd : ImageStore.GraphDriver,
            Cpus = (int)Number(about, "NCPU"),
            Memory = Number(about, "MemTotal"),
            DefaultRunNetwork = networks is { ValueKind: JsonValueKind.Array } list && !list.EnumerateArray().Any(n => Text(n, "Name") == "bridge")
                ? RunNetwork.Host
                : RunNetwork.Bridge,
            IsEmbedded = candidate.Origin == CandidateOrigin.Embedded,
        };
    }

    private static bool IsSnapshotter(JsonElement pair) => pair.ValueKind == JsonValueKind.Array
        && pair.EnumerateArray().Any(v => v.ValueKind == JsonValueKind.String && v.GetString()!.StartsWith("io.containerd.snapshotter", StringComparison.Ordinal));

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static long Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : 0;

    private static JsonElement[] Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : [];
}
