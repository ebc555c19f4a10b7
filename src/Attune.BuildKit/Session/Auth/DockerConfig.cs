using System.Text;
using System.Text.Json;

namespace Attune.BuildKit.Session.Auth;

/// <summary>The log-ins in Docker's <c>config.json</c> (https://docs.docker.com/reference/cli/docker/login/#credential-stores).</summary>
internal sealed class DockerConfig
{
    /// <summary>BuildKit asks for the host that serves Docker Hub; <c>docker login</c> stores it under this older name.</summary>
    private const string HubKey = "https://index.docker.io/v1/";

    private const string HubHost = "registry-1.docker.io";

    private readonly Dictionary<string, RegistryCredential> _auths = [];
    private readonly Dictionary<string, string> _helpers = [];
    private readonly string? _store;

    private DockerConfig(JsonElement root)
    {
        foreach (var auth in Members(root, "auths"))
        {
            if (Read(auth.Value) is { } credential)
                _auths[auth.Name] = credential;
        }

        foreach (var helper in Members(root, "credHelpers"))
            _helpers[helper.Name] = helper.Value.GetString() ?? "";
        _store = Text(root, "credsStore");
    }

    /// <exception cref="JsonException">The text isn't JSON.</exception>
    public static DockerConfig Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new DockerConfig(document.RootElement);
    }

    /// <summary>The name that a registry's log-in is stored under.</summary>
    public static string KeyOf(string host) => host == HubHost ? HubKey : host;

    /// <summary>The helper that knows a registry's log-in, by the end of its program's name.</summary>
    public string? HelperFor(string key) => _helpers.GetValueOrDefault(key) ?? _helpers.GetValueOrDefault(HostOf(key)) ?? (_store is { Length: > 0 } ? _store : null);

    /// <summary>The log-in that the file itself holds.</summary>
    public RegistryCredential? Find(string key) =>
        _auths.GetValueOrDefault(key) ?? _auths.FirstOrDefault(a => HostOf(a.Key) == HostOf(key)).Value;

    private static string HostOf(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? key : key[(scheme + 3)..];
        return rest.Split('/', 2)[0];
    }

    private static RegistryCredential? Read(JsonElement auth)
    {
        if (Text(auth, "identitytoken") is { Length: > 0 } token)
            return new("", token);
        if (Text(auth, "auth") is { Length: > 0 } encoded)
            return Decode(encoded);
        return Text(auth, "username") is { Length: > 0 } user ? new(user, Text(auth, "password") ?? "") : null;
    }

    private static RegistryCredential? Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).TrimEnd('\0').Split(':', 2);
        return parts.Length == 2 ? new(parts[0], parts[1]) : null;
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
            : default;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
