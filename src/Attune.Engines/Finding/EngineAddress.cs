using System.Globalization;
using System.Text;
using Attune.BuildKit;
using Attune.Source;

namespace Attune.Engines.Finding;

/// <summary>Reads an engine's address as <c>DOCKER_HOST</c> and <c>--engine</c> take it.</summary>
internal static class EngineAddress
{
    // https://docs.docker.com/engine/security/protect-access: 2375 plain, 2376 with TLS.
    private const int PlainPort = 2375;
    private const int TlsPort = 2376;

    // sockaddr_un.sun_path has 108 bytes and a final NUL: unix(7).
    private const int LongestSocketPath = 107;

    private const string Allowed =
        "Allowed are unix:///path/to/docker.sock, tcp://HOST:PORT, npipe:////./pipe/NAME (Windows), buildkit+unix:///path and buildkit+tcp://HOST:PORT.";

    /// <summary>Whether a text is an address or a path, not the name of a docker context.</summary>
    public static bool LooksLikeAddress(string text) => text.Contains("://", StringComparison.Ordinal) || text.Contains('/', StringComparison.Ordinal)
        || text.Contains('\\', StringComparison.Ordinal) || text.EndsWith(".sock", StringComparison.Ordinal);

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address, or the path of a socket.</param>
    /// <param name="source">Who named it, for the message.</param>
    /// <param name="tls">Certificates for TCP, or null for plain text.</param>
    /// <exception cref="UserErrorException">It is malformed, or of a kind that isn't supported.</exception>
    public static BuildKitEndpoint Parse(string text, string source, TlsMaterial? tls)
    {
        var named = $"{source} \"{text}\"";
        var separator = text.IndexOf("://", StringComparison.Ordinal);
        if (separator < 0)
            return SocketPath(named, text, EndpointKind.DockerEngine);
        var rest = text[(separator + 3)..];
        return text[..separator].ToLowerInvariant() switch
        {
            "unix" => SocketPath(named, rest, EndpointKind.DockerEngine),
            "tcp" => HostAndPort(named, rest, EndpointKind.DockerEngine, tls),
            "npipe" => PipeName(named, rest),
            "buildkit+unix" => SocketPath(named, rest, EndpointKind.BuildKit),
            "buildkit+tcp" => HostAndPort(named, rest, EndpointKind.BuildKit, tls),
            "ssh" => throw Ssh(named, rest),
            "docker-container" or "podman-container" or "nerdctl-container" or "kube-pod" => throw InsideContainer(named),
            var scheme => throw Malformed(named, $"an address can't start with {scheme}://"),
        };
    }

    private static BuildKitEndpoint SocketPath(string named, string path, EndpointKind kind)
    {
        if (path.Length == 0)
            throw Malformed(named, "it names no socket");
        if (path.Contains('\0', StringComparison.Ordinal))
            throw Malformed(named, "no path holds a NUL character");
        var fullPath = Path.GetFullPath(path);
        if (Encoding.UTF8.GetByteCount(fullPath) > LongestSocketPath)
            throw Malformed(named, $"a socket's path has at most {LongestSocketPath} bytes");
        // The name that buildkitd gives its own socket: an engine's never has it.
        if (Path.GetFileName(fullPath) == "buildkitd.sock")
            kind = EndpointKind.BuildKit;
        return new BuildKitEndpoint(kind, EndpointTransport.Unix, fullPath);
    }

    private static BuildKitEndpoint HostAndPort(string named, string rest, EndpointKind kind, TlsMaterial? tls)
    {
        rest = rest.TrimEnd('/');
        if (rest.Contains('/', StringComparison.Ordinal))
            throw Malformed(named, "a path after the port is not supported");
        var colon = rest.StartsWith('[') ? rest.IndexOf("]:", StringComparison.Ordinal) + 1 : rest.LastIndexOf(':');
        var host = colon > 0 ? rest[..colon] : rest;
        var port = tls is null ? PlainPort : TlsPort;
        if (colon > 0 && (!int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
            throw Malformed(named, "its port is not a number from 1 to 65535");
        host = host.Trim('[', ']');
        return Uri.CheckHostName(host) == UriHostNameType.Unknown
            ? throw Malformed(named, "its host is no name or address")
            : new BuildKitEndpoint(kind, EndpointTransport.Tcp, host, port, tls);
    }

    private static BuildKitEndpoint PipeName(string named, string rest)
    {
        const string prefix = "//./pipe/";
        var name = rest.Replace('\\', '/');
        return name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length
            ? new BuildKitEndpoint(EndpointKind.DockerEngine, EndpointTransport.NamedPipe, name[prefix.Length..])
            : throw Malformed(named, "a pipe is written npipe:////./pipe/NAME");
    }

    private static UserErrorException Malformed(string named, string why) =>
        new($"{named} is not an engine's address: {why}", Allowed, FaultKind.Usage);

    private static UserErrorException Ssh(string named, string rest)
    {
        var host = rest.TrimEnd('/');
        var colon = host.LastIndexOf(':');
        var target = colon < 0 ? host : $"-p {host[(colon + 1)..]} {host[..colon]}";
        return new UserErrorException(
            $"{named}: an engine over ssh is not supported",
            $"Open a tunnel with `ssh -nNT -L /tmp/remote-docker.sock:/var/run/docker.sock {target}` and choose its end: --engine unix:///tmp/remote-docker.sock",
            FaultKind.Usage);
    }

    private static UserErrorException InsideContainer(string named) => new(
        $"{named}: a BuildKit that is named by its container is not supported",
        "Let it listen on a port (buildkitd --addr tcp://0.0.0.0:1234) and choose that: --engine buildkit+tcp://HOST:1234",
        FaultKind.Usage);
}
