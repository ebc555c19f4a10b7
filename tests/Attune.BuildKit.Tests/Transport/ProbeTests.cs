namespace Attune.BuildKit.Tests.Transport;

public sealed class ProbeTests
{
    private static readonly BuildKitClientOptions Quick = new() { ConnectTimeout = TimeSpan.FromSeconds(1) };

    [Fact(Timeout = 30_000)]
    public async Task Says_that_nothing_listens()
    {
        var error = await FailAsync(new(EndpointKind.DockerEngine, EndpointTransport.Unix, "/nowhere/docker.sock"));
        Assert.Equal(BuildKitErrorKind.Unavailable, error.Kind);
        Assert.StartsWith("cannot connect to unix:///nowhere/docker.sock: ", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Gives_up_on_an_engine_that_does_not_answer()
    {
        await using var server = new FakeServer((_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
        var error = await FailAsync(server.Endpoint(EndpointKind.DockerEngine));
        Assert.Equal(BuildKitErrorKind.Unavailable, error.Kind);
        Assert.EndsWith("no answer within 1 s", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 30_000)]
    public async Task Recognises_Podman()
    {
        await using var server = FakeServer.Answering("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nLibpod-Api-Version: 4.9.3");
        var error = await FailAsync(server.Endpoint(EndpointKind.DockerEngine));
        Assert.Equal(BuildKitErrorKind.Unsupported, error.Kind);
        Assert.Contains("Podman", error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("HTTP/1.1 404 Not Found", BuildKitErrorKind.Unavailable)]
    [InlineData("HTTP/1.1 200 OK\r\nApi-Version: 1.24", BuildKitErrorKind.Unsupported)]
    [InlineData("SSH-2.0-OpenSSH_9.2", BuildKitErrorKind.Unsupported)]
    public async Task Refuses_what_has_no_BuildKit(string answer, BuildKitErrorKind expected)
    {
        await using var server = FakeServer.Answering(answer);
        Assert.Equal(expected, (await FailAsync(server.Endpoint(EndpointKind.DockerEngine))).Kind);
    }

    private static async Task<BuildKitException> FailAsync(BuildKitEndpoint endpoint) =>
        await Assert.ThrowsAsync<BuildKitException>(() => BuildKitClient.ConnectAsync(endpoint, Quick));
}
