namespace Attune.BuildKit;

/// <summary>What answers at an address.</summary>
public enum EndpointKind
{
    /// <summary>A Docker Engine, which embeds BuildKit behind its HTTP API.</summary>
    DockerEngine,

    /// <summary>A buildkitd, which speaks gRPC and nothing else.</summary>
    BuildKit,
}

/// <summary>How an address is reached.</summary>
public enum EndpointTransport
{
    /// <summary>A unix domain socket.</summary>
    Unix,

    /// <summary>TCP, with TLS when certificates are given.</summary>
    Tcp,

    /// <summary>A Windows named pipe.</summary>
    NamedPipe,
}

/// <summary>The client certificate and authority for a TLS endpoint, as paths of PEM files (Docker's <c>DOCKER_CERT_PATH</c> layout).</summary>
/// <param name="CaPath"><c>ca.pem</c>, or null to trust the system's authorities.</param>
/// <param name="CertificatePath"><c>cert.pem</c>.</param>
/// <param name="KeyPath"><c>key.pem</c>.</param>
/// <param name="ServerVerification">Whether the server's certificate is checked against the authority.</param>
public sealed record TlsMaterial(string? CaPath, string? CertificatePath, string? KeyPath, ServerVerification ServerVerification);

/// <summary>Whether a server's certificate is checked.</summary>
public enum ServerVerification
{
    /// <summary>Checked; the default.</summary>
    Required,

    /// <summary>Not checked (<c>DOCKER_TLS_VERIFY</c> empty, or <c>SkipTLSVerify</c> in a docker context).</summary>
    Skipped,
}

/// <summary>Where an engine listens.</summary>
/// <param name="Kind">What answers there.</param>
/// <param name="Transport">How it is reached.</param>
/// <param name="Address">A socket path, a host name, or a pipe name without <c>\\.\pipe\</c>.</param>
/// <param name="Port">The TCP port; 0 for the other transports.</param>
/// <param name="Tls">Certificates for TCP, or null for plain text.</param>
public sealed record BuildKitEndpoint(EndpointKind Kind, EndpointTransport Transport, string Address, int Port = 0, TlsMaterial? Tls = null)
{
    /// <summary>The address in the form that <c>DOCKER_HOST</c> takes.</summary>
    public override string ToString() => Transport switch
    {
        EndpointTransport.Unix => "unix://" + Address,
        EndpointTransport.NamedPipe => "npipe:////./pipe/" + Address,
        _ => FormattableString.Invariant($"tcp://{Address}:{Port}"),
    };
}
