using System.Net;
using System.Text.RegularExpressions;
using Attune.Source;

namespace Attune.Archives.Registries;

/// <summary>Where a registry keeps a store: <c>oci://HOST[:PORT]/REPOSITORY[:TAG]</c>.</summary>
/// <param name="Host">The registry, with its port if it has one.</param>
/// <param name="Repository">The repository in it.</param>
/// <param name="Tag">The tag; <c>latest</c> when none is named.</param>
public sealed partial record RegistryAddress(string Host, string Repository, string Tag)
{
    private const string Scheme = "oci://";

    /// <summary>Docker Hub's own host is another than the one that people write.</summary>
    private const string HubName = "docker.io";

    private const string HubHost = "registry-1.docker.io";

    /// <summary>Whether a store is meant to be in a registry.</summary>
    public static bool IsMeantBy(string store) => store.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>Reads what a user wrote.</summary>
    /// <exception cref="UserErrorException">It is no address in a registry.</exception>
    public static RegistryAddress Parse(string store)
    {
        var match = Form().Match(store);
        if (!match.Success)
            throw new UserErrorException($"--store is '{store}', which is no place in a registry", "Write it as oci://HOST[:PORT]/REPOSITORY[:TAG].", FaultKind.Usage);
        var host = match.Groups["host"].Value;
        return new(host == HubName ? HubHost : host, match.Groups["repository"].Value, match.Groups["tag"] is { Success: true } tag ? tag.Value : "latest");
    }

    /// <summary>Registries on this machine need no certificate, as with docker: https://docs.docker.com/reference/cli/dockerd/#insecure-registries.</summary>
    public bool IsLocal => Base(Uri.UriSchemeHttp).Host.Trim('[', ']') is var name && (name == "localhost" || (IPAddress.TryParse(name, out var ip) && IPAddress.IsLoopback(ip)));

    /// <summary>What paths of the registry's API follow.</summary>
    internal Uri Api => new(Base(IsLocal ? Uri.UriSchemeHttp : Uri.UriSchemeHttps), $"v2/{Repository}/");

    /// <summary>As a user writes it.</summary>
    public override string ToString() => $"{Scheme}{Host}/{Repository}:{Tag}";

    private Uri Base(string scheme) => new($"{scheme}://{Host}/");

    // https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests says what names and tags may be.
    [GeneratedRegex(
        @"^oci://(?<host>(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?)(?::[0-9]{1,5})?)"
        + @"/(?<repository>[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*)"
        + @"(?::(?<tag>[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}))?\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
