using System.Text.Json;
using System.Text.Json.Nodes;
using Attune.Source;

namespace Attune.Engines.Embedded;

/// <summary>
/// The embedded engine's configuration file: what the machine's own says about registries and name servers, and nothing else of it,
/// since a setting that is both in the file and on the command line stops dockerd.
/// </summary>
internal static class DaemonConfiguration
{
    private const string SystemFile = "/etc/docker/daemon.json";

    // https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file
    private static readonly string[] _taken = ["registry-mirrors", "insecure-registries", "dns", "dns-opts", "dns-search", "proxies"];

    /// <summary>The file's text.</summary>
    public static string From(ISourceFiles files)
    {
        var own = new JsonObject();
        if (files.FileExists(SystemFile) && TryParse(files.ReadText(SystemFile)) is JsonObject system)
        {
            foreach (var name in _taken)
            {
                if (system[name] is { } value)
                    own[name] = value.DeepClone();
            }
        }

        return own.ToJsonString() + "\n";
    }

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
