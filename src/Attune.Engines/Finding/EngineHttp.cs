using System.IO.Pipes;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>HTTP to an engine, whatever it is reached by.</summary>
internal static class EngineHttp
{
    /// <summary>The address that requests are made to; where they go is decided by the handler.</summary>
    public static Uri BaseAddress(BuildKitEndpoint endpoint) => endpoint.Transport == EndpointTransport.Tcp
        ? new UriBuilder(endpoint.Tls is null ? "http" : "https", endpoint.Address, endpoint.Port).Uri
        : new Uri("http://engine");

    /// <summary>Makes a client without a time limit; callers bring their own.</summary>
    public static HttpClient CreateClient(BuildKitEndpoint endpoint)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the client disposes its handler.
        var handler = new SocketsHttpHandler();
#pragma warning restore CA2000
        try
        {
            Configure(handler, endpoint);
            return new HttpClient(handler) { BaseAddress = BaseAddress(endpoint), Timeout = Timeout.InfiniteTimeSpan };
        }
        catch
        {
            handler.Dispose();
            throw;
        }
    }

    /// <summary>Makes a handler connect to an engine.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A certificate can't be read.</exception>
    /// <exception cref="IOException">A certificate's file can't be read.</exception>
    public static void Configure(SocketsHttpHandler handler, BuildKitEndpoint endpoint)
    {
        // A proxy is for registries; the engine's own environment has it.
        handler.UseProxy = false;
        switch (endpoint.Transport)
        {
            case EndpointTransport.Unix:
                handler.ConnectCallback = (_, cancellationToken) => ConnectSocketAsync(endpoint.Address, cancellationToken);
                break;
            case EndpointTransport.NamedPipe:
                handler.ConnectCallback = (_, cancellationToken) => ConnectPipeAsync(endpoint.Address, cancellationToken);
                break;
            default:
                if (endpoint.Tls is { } tls)
                    handler.SslOptions = SslOptions(tls, endpoint.Address);
                break;
        }
    }

    private static async ValueTask<Stream> ConnectSocketAsync(string path, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the stream owns the socket.
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async ValueTask<Stream> ConnectPipeAsync(string name, CancellationToken cancellationToken)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await pipe.ConnectAsync(cancellationToken);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }

    private static SslClientAuthenticationOptions SslOptions(TlsMaterial tls, string host)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (tls is { CertificatePath: { } certificate, KeyPath: { } key })
            options.ClientCertificateContext = SslStreamCertificateContext.Create(ClientCertificate(certificate, key), additionalCertificates: null);
        if (tls.ServerVerification == ServerVerification.Skipped)
        {
#pragma warning disable CA5359 // Do not disable certificate validation: the user asked for exactly that (DOCKER_TLS without DOCKER_TLS_VERIFY).
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (tls.CaPath is { } authority)
        {
            // A private authority publishes no revocation list.
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
        }

        return options;
    }

    private static X509Certificate2 ClientCertificate(string certificate, string key)
    {
        using var fromPem = X509Certificate2.CreateFromPemFile(certificate, key);
        // Windows can't use a key that lives in memory only (dotnet/runtime#23749).
        return X509CertificateLoader.LoadPkcs12(fromPem.Export(X509ContentType.Pkcs12), password: null);
    }
}
