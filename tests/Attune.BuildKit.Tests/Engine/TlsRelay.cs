using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Attune.BuildKit.Tests.Engine;

/// <summary>The test engine behind TCP with TLS, as <c>dockerd --tlsverify</c>: clients must show a certificate of its authority.</summary>
internal sealed class TlsRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _server;
    private readonly string _clientThumbprint;

    public TlsRelay(TempDirectory certificates)
    {
        using var authorityKey = RSA.Create(2048);
        using var authority = Request("CN=authority", authorityKey, isAuthority: true).CreateSelfSigned(Before, After);
        var (server, client) = (Issue(authority, "CN=localhost"), Issue(authority, "CN=client"));
        _server = X509CertificateLoader.LoadPkcs12(server.Export(X509ContentType.Pkcs12), password: null);
        _clientThumbprint = client.Thumbprint;
        Material = new TlsMaterial(
            certificates.Write("ca.pem", authority.ExportCertificatePem()),
            certificates.Write("cert.pem", client.ExportCertificatePem()),
            certificates.Write("key.pem", client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()),
            ServerVerification.Required);
        _listener.Start();
        _ = AcceptAsync();
    }

    public TlsMaterial Material { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private static DateTimeOffset Before => DateTimeOffset.UtcNow.AddHours(-1);

    private static DateTimeOffset After => DateTimeOffset.UtcNow.AddHours(1);

    public void Dispose()
    {
        _listener.Dispose();
        _server.Dispose();
    }

    private static CertificateRequest Request(string name, RSA key, bool isAuthority)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static X509Certificate2 Issue(X509Certificate2 authority, string name)
    {
        using var key = RSA.Create(2048);
        using var issued = Request(name, key, isAuthority: false).Create(authority, Before, After.AddMinutes(-1), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RelayAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        try
        {
            await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) => certificate?.GetCertHashString() == _clientThumbprint);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _server, ClientCertificateRequired = true });
            using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await engine.ConnectAsync(new UnixDomainSocketEndPoint(TestEngine.Socket));
            await using var stream = new NetworkStream(engine);
            await Task.WhenAny(tls.CopyToAsync(stream), stream.CopyToAsync(tls));
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
        }
    }
}
