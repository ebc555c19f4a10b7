using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Attune.BuildKit.Transport;

/// <summary>TLS with Docker's PEM files.</summary>
internal static class TlsHandshake
{
    public static async Task<Stream> RunAsync(
        Stream connection, string host, TlsMaterial material, SslApplicationProtocol protocol, CancellationToken cancellationToken)
    {
        var tls = new SslStream(connection, leaveInnerStreamOpen: false);
        try
        {
            using var certificate = ClientCertificate(material);
            await tls.AuthenticateAsClientAsync(Options(host, material, certificate, protocol), cancellationToken);
            return tls;
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    private static SslClientAuthenticationOptions Options(
        string host, TlsMaterial material, X509Certificate2? certificate, SslApplicationProtocol protocol)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host, ApplicationProtocols = [protocol] };
        if (certificate is not null)
            options.ClientCertificates = [certificate];
        if (material.ServerVerification == ServerVerification.Skipped)
        {
#pragma warning disable CA5359 // Do Not Disable Certificate Validation: the user asked for it, as Docker's own clients let them.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (material.CaPath is { } authority)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(authority);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }

    private static X509Certificate2? ClientCertificate(TlsMaterial material)
    {
        if (material.CertificatePath is null || material.KeyPath is null)
            return null;
        var certificate = X509Certificate2.CreateFromPemFile(material.CertificatePath, material.KeyPath);
        if (!OperatingSystem.IsWindows())
            return certificate;
        // Windows can't use a key that lives in memory only: https://github.com/dotnet/runtime/issues/23749
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
