using Attune.BuildKit;

namespace Attune.Engines.Finding;

/// <summary>The places where engines listen unless told otherwise: the system's, the rootless one, Docker Desktop's.</summary>
internal sealed class WellKnownSocketProvider : IEngineProvider
{
    /// <inheritdoc/>
    public TriedEngine WhenNone => new("usual sockets", "none on this system");

    /// <inheritdoc/>
    public IReadOnlyList<EngineCandidate> Find(EngineSurroundings surroundings) => surroundings.System == HostSystem.Windows
        ? [Candidate(EndpointTransport.NamedPipe, "docker_engine"), Candidate(EndpointTransport.NamedPipe, "dockerDesktopLinuxEngine")]
        : [.. Sockets(surroundings).Select(path => Candidate(EndpointTransport.Unix, path))];

    private static IEnumerable<string> Sockets(EngineSurroundings surroundings)
    {
        yield return "/var/run/docker.sock";
        if (surroundings.Variable("XDG_RUNTIME_DIR") is { } runtime)
            yield return Path.Combine(runtime, "docker.sock");
        yield return Path.Combine(surroundings.HomeDirectory, ".docker/run/docker.sock");
        yield return Path.Combine(surroundings.HomeDirectory, ".docker/desktop/docker.sock");
    }

    private static EngineCandidate Candidate(EndpointTransport transport, string address) =>
        new(new BuildKitEndpoint(EndpointKind.DockerEngine, transport, address), "usual socket", CandidateOrigin.WellKnown);
}
