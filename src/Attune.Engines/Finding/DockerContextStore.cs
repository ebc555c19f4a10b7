using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Attune.BuildKit;
using Attune.Source;

namespace Attune.Engines.Finding;

/// <summary>Reads docker contexts as the docker CLI stores them: <c>contexts/meta/SHA256(name)/meta.json</c> below its configuration.</summary>
/// <remarks>https://github.com/docker/cli/blob/master/cli/context/store/doc.go</remarks>
internal sealed class DockerContextStore(EngineSurroundings surroundings)
{
    /// <summary>The context that <c>docker context use</c> chose, or null when there is none or it is the default one.</summary>
    /// <exception cref="UserErrorException">docker's configuration can't be read.</exception>
    public string? CurrentContext()
    {
        var path = Path.Combine(surroundings.DockerConfigDirectory, "config.json");
        if (!surroundings.Files.FileExists(path))
            return null;
        using var config = Read(path);
        return Text(config.RootElement, "currentContext") is { Length: > 0 } name ? name : null;
    }

    /// <summary>Where a context's engine is.</summary>
    /// <exception cref="UserErrorException">There is no such context, or it can't be used.</exception>
    public BuildKitEndpoint Endpoint(string name)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var contexts = Path.Combine(surroundings.DockerConfigDirectory, "contexts");
        var path = Path.Combine(contexts, "meta", id, "meta.json");
        if (!surroundings.Files.FileExists(path))
            throw new UserErrorException($"There is no docker context \"{name}\"", "`docker context ls` lists them.", FaultKind.Usage);
        using var meta = Read(path);
        if (!TryObject(meta.RootElement, "Endpoints", out var endpoints) || !TryObject(endpoints, "docker", out var docker)
            || Text(docker, "Host") is not { Length: > 0 } host)
            throw new UserErrorException($"The docker context \"{name}\" names no engine ({path})");
        return EngineAddress.Parse(host, $"docker context \"{name}\"", Tls(docker, host, Path.Combine(contexts, "tls", id, "docker")));
    }

    private TlsMaterial? Tls(JsonElement docker, string host, string directory)
    {
        if (!host.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase))
            return null;
        var skip = docker.TryGetProperty("SkipTLSVerify", out var value) && value.ValueKind == JsonValueKind.True;
        var tls = DockerTls.FromDirectory(surroundings.Files, directory, skip ? ServerVerification.Skipped : ServerVerification.Required);
        return tls is { CaPath: null, CertificatePath: null, KeyPath: null } && !skip ? null : tls;
    }

    private JsonDocument Read(string path)
    {
        try
        {
            return JsonDocument.Parse(surroundings.Files.ReadText(path));
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{path} is not valid JSON: {e.Message}", inner: e);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool TryObject(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;
    }
}
