using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>Says in plain words why a connection to an engine failed.</summary>
internal static class ConnectionFailure
{
    /// <summary>Explains a failed request.</summary>
    public static ProbeResult Explain(HttpRequestException failure, BuildKitEndpoint endpoint)
    {
        if (Inner<AuthenticationException>(failure) is { } authentication)
            return ProbeResult.Unusable(
                $"the TLS handshake failed: {authentication.Message}",
                "Check ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH (or of the docker context), and that the server's certificate names this host.");
        if (Inner<SocketException>(failure) is { } socket)
            return Explain(socket, endpoint);
        return endpoint.Tls is null
            ? ProbeResult.Unusable(
                "what answers there does not speak HTTP as a Docker Engine does",
                "If it is a buildkitd, choose it as buildkit+unix:// or buildkit+tcp://; if it wants TLS, set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.")
            : ProbeResult.Unusable($"the connection failed: {failure.Message}");
    }

    /// <summary>Explains an answer that isn't the one to a ping.</summary>
    public static ProbeResult Explain(HttpStatusCode status, string body) =>
        // Go's server says so in the body of a 400: https://pkg.go.dev/net/http (Server.ServeTLS).
        status == HttpStatusCode.BadRequest && body.Contains("HTTPS server", StringComparison.Ordinal)
            ? ProbeResult.Unusable("it wants TLS", "Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH to the directory of ca.pem, cert.pem and key.pem.")
            : ProbeResult.Unusable($"what answers there is not a Docker Engine (status {(int)status} to a ping)");

    private static ProbeResult Explain(SocketException failure, BuildKitEndpoint endpoint) => failure.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => ProbeResult.Absent("nobody listens there"),
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => ProbeResult.Absent($"there is no host {endpoint.Address}"),
        SocketError.AccessDenied => ProbeResult.Unusable(
            "this user may not open the socket",
            "Let this user use the engine with `sudo usermod -aG docker \"$USER\"` and log in again, or run as root."),
        // What .NET makes of ENOENT for a unix socket.
        SocketError.AddressNotAvailable when endpoint.Transport == EndpointTransport.Unix => ProbeResult.Absent("no such socket"),
        _ => ProbeResult.Unusable($"the connection failed: {failure.Message}"),
    };

    private static T? Inner<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
