namespace Attune.BuildKit.Tests.Engine;

public sealed class TlsTests
{
    [EngineFact]
    public async Task Builds_over_TLS_with_a_client_certificate()
    {
        await TestImages.EnsureBusyboxAsync(TestEngine.Socket);
        using var context = new TempDirectory();
        context.Write("Dockerfile", $"FROM {TestImages.Busybox}\nCOPY f /f\n");
        context.Write("f", Guid.NewGuid().ToString());
        using var certificates = new TempDirectory();
        using var relay = new TlsRelay(certificates);
        await using var client = await BuildKitClient.ConnectAsync(Endpoint(relay, relay.Material));
        await using var session = await client.OpenSessionAsync(EngineFixture.Options(context.Path));

        Assert.NotNull((await client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:tls"))).ImageDigest);
    }

    [EngineFact]
    public async Task Trusts_no_server_of_another_authority()
    {
        using var certificates = new TempDirectory();
        using var relay = new TlsRelay(certificates);

        var error = await Assert.ThrowsAsync<BuildKitException>(
            () => BuildKitClient.ConnectAsync(Endpoint(relay, new TlsMaterial(null, null, null, ServerVerification.Required))));

        Assert.Equal(BuildKitErrorKind.Unavailable, error.Kind);
    }

    private static BuildKitEndpoint Endpoint(TlsRelay relay, TlsMaterial material) =>
        new(EndpointKind.DockerEngine, EndpointTransport.Tcp, "localhost", relay.Port, material);
}
