namespace Attune.BuildKit.Session.Auth;

/// <summary>Knows the log-ins to registries.</summary>
public interface IRegistryCredentials
{
    /// <summary>The log-in for a registry; <see cref="RegistryCredential.Anonymous"/> when there is none.</summary>
    /// <param name="host">The registry's host as BuildKit names it; Docker Hub is <c>registry-1.docker.io</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<RegistryCredential> FindAsync(string host, CancellationToken cancellationToken);
}
