using Attune.BuildKit;
using Attune.Engines.Finding;
using Attune.Source;
using Docker.DotNet;
using Docker.DotNet.NativeHttp;

namespace Attune.Engines.Docker;

/// <summary>A Docker Engine's images and containers. Builds go another way: BuildKit's own API.</summary>
public sealed class DockerEngine : IDisposable
{
    private readonly DockerClient _client;
    private readonly ImageInspection _inspection;

    /// <summary>Opens the door; no request is made yet.</summary>
    /// <param name="endpoint">The engine.</param>
    /// <exception cref="UserErrorException">It is a buildkitd, which has neither images nor containers, or its certificates can't be read.</exception>
    public DockerEngine(BuildKitEndpoint endpoint)
    {
        if (endpoint.Kind == EndpointKind.BuildKit)
            throw new UserErrorException($"{endpoint} is a buildkitd: it builds, but keeps no images and runs no containers", "Choose a Docker Engine with --engine.");
        var calls = new DockerCalls(endpoint);
        _client = calls.Create(() => new DockerClientBuilder()
            .WithEndpoint(EngineHttp.BaseAddress(endpoint))
            .WithTimeout(Timeout.InfiniteTimeSpan)
            .WithTransportOptions(new NativeHttpTransportOptions { ConfigureHandler = handler => EngineHttp.Configure(handler, endpoint) })
            .Build());
        _inspection = new(endpoint, calls);
        Images = new DockerImages(_client.Images, _client.Distribution, _inspection, calls);
        Containers = new DockerContainers(_client.Containers, calls);
    }

    /// <summary>Its images.</summary>
    public IDockerImages Images { get; }

    /// <summary>Its containers.</summary>
    public IDockerContainers Containers { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _inspection.Dispose();
    }
}
