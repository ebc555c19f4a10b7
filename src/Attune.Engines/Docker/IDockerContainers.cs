using Attune.Source;

namespace Attune.Engines.Docker;

/// <summary>The containers of one engine, as far as trying an image out needs them. Whatever happens, no container stays behind.</summary>
public interface IDockerContainers
{
    /// <summary>Runs a command in a new container to its end.</summary>
    /// <exception cref="UserErrorException">The image is missing, the command can't be started, or the time is over.</exception>
    Task<ContainerResult> RunAsync(ContainerRequest request, CancellationToken cancellationToken);

    /// <summary>Starts an image as it is meant to run and waits for its health check.</summary>
    /// <param name="request">The image; an empty health check means the image's own.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="UserErrorException">The image is missing or has no health check.</exception>
    Task<HealthResult> CheckHealthAsync(HealthRequest request, CancellationToken cancellationToken);
}
