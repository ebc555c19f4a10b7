using Attune.BuildKit;

namespace Attune.Engines.Docker;

/// <summary>The environment by which docker's own programs are sent to an engine.</summary>
internal static class DockerVariables
{
    /// <summary>The variables to set, and, with a null value, to remove.</summary>
    public static Dictionary<string, string?> For(BuildKitEndpoint endpoint)
    {
        var tls = endpoint.Tls;
        var isVerified = tls?.ServerVerification == ServerVerification.Required;
        return new Dictionary<string, string?>
        {
            ["DOCKER_HOST"] = endpoint.ToString(),
            ["DOCKER_CONTEXT"] = null,
            ["DOCKER_TLS"] = tls is null ? null : "1",
            ["DOCKER_TLS_VERIFY"] = isVerified ? "1" : null,
            ["DOCKER_CERT_PATH"] = Path.GetDirectoryName(tls?.CertificatePath ?? tls?.CaPath),
        };
    }
}
