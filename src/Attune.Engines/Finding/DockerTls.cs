using Attune.BuildKit;
using Attune.Source;

namespace Attune.Engines.Finding;

/// <summary>Finds certificates where docker keeps them.</summary>
internal static class DockerTls
{
    /// <summary>The certificates that <c>DOCKER_TLS_VERIFY</c>, <c>DOCKER_TLS</c> and <c>DOCKER_CERT_PATH</c> ask for, or null for plain text.</summary>
    /// <remarks>https://docs.docker.com/reference/cli/docker/#environment-variables: a certificate path alone asks for nothing.</remarks>
    public static TlsMaterial? FromVariables(EngineSurroundings surroundings)
    {
        var verify = surroundings.Variable("DOCKER_TLS_VERIFY") is not null;
        if (!verify && surroundings.Variable("DOCKER_TLS") is null)
            return null;
        var directory = surroundings.Variable("DOCKER_CERT_PATH") ?? surroundings.DockerConfigDirectory;
        return FromDirectory(surroundings.Files, directory, verify ? ServerVerification.Required : ServerVerification.Skipped);
    }

    /// <summary>The certificates in a directory; a file that isn't there is left out.</summary>
    public static TlsMaterial FromDirectory(ISourceFiles files, string directory, ServerVerification verification)
    {
        return new TlsMaterial(IfThere("ca.pem"), IfThere("cert.pem"), IfThere("key.pem"), verification);

        string? IfThere(string name)
        {
            var path = Path.Combine(directory, name);
            return files.FileExists(path) ? path : null;
        }
    }
}
