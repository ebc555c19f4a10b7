using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Attune.BuildKit;

namespace Attune.Engines.Tests.Finding;

/// <summary>An authority of its own, a server's certificate from it, and a client's, laid out as docker wants them.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _server;

    public TestCertificates(TempDirectory directory)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var server = Issue("localhost", 1, out var serverKey);
        using (serverKey)
            _server = server.CopyWithPrivateKey(serverKey);
        using var client = Issue("client", 2, out var clientKey);
        using (clientKey)
        {
            Material = new TlsMaterial(
                directory.Write("ca.pem", _authority.ExportCertificatePem()), directory.Write("cert.pem", client.ExportCertificatePem()),
                directory.Write("key.pem", clientKey.ExportPkcs8PrivateKeyPem()), ServerVerification.Required);
        }
    }

    public TlsMaterial Material { get; }

    /// <summary>A server that wants a client certificate of the authority.</summary>
    public SslServerAuthenticationOptions ServerOptions => new()
    {
        ServerCertificate = _server,
        ClientCertificateRequired = true,
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { _authority },
        },
    };

    public void Dispose()
    {
        _server.Dispose();
        _authority.Dispose();
    }

    private X509Certificate2 Issue(string name, byte serial, out ECDsa key)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.Create(_authority, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), [serial]);
    }
}
