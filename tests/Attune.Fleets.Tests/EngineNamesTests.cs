using Attune.BuildKit;

namespace Attune.Fleets.Tests;

public sealed class EngineNamesTests
{
    [Fact]
    public void Names_are_as_short_as_can_be_told_apart()
    {
        Assert.Equal(["big", "small"], Names(Tcp("big", 2375), Tcp("small", 2375)));
        Assert.Equal(["big:2375", "big:2376", "run"], Names(Tcp("big", 2375), Tcp("big", 2376), Unix("/var/run/docker.sock")));
        Assert.Equal(["/a/x/docker.sock", "/b/x/docker.sock"], Names(Unix("/a/x/docker.sock"), Unix("/b/x/docker.sock")));
    }

    private static string[] Names(params BuildKitEndpoint[] engines) => [.. EngineNames.Of(engines)];

    private static BuildKitEndpoint Tcp(string host, int port) => new(EndpointKind.DockerEngine, EndpointTransport.Tcp, host, port);

    private static BuildKitEndpoint Unix(string path) => new(EndpointKind.DockerEngine, EndpointTransport.Unix, path);
}
