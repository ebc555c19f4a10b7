using Attune.BuildKit.Tests.Transport;
using Attune.BuildKit.Transport;

namespace Attune.BuildKit.Tests.Engine;

/// <summary>The test engine behind a relay that upgrades each connection: what a buildkitd looks like, which speaks HTTP/2 at once.</summary>
public sealed class RelayTests
{
    [EngineFact]
    public async Task Builds_on_an_address_that_speaks_nothing_but_grpc()
    {
        await TestImages.EnsureBusyboxAsync(TestEngine.Socket);
        await using var relay = new FakeServer(RelayAsync);
        // Whether the caller expects a Docker Engine or a buildkitd there: the probe decides.
        foreach (var kind in Enum.GetValues<EndpointKind>())
        {
            using var context = Context("COPY f /f\n");
            await using var client = await BuildKitClient.ConnectAsync(relay.Endpoint(kind));
            await using var session = await client.OpenSessionAsync(EngineFixture.Options(context.Path));

            var result = await client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:relay"));

            Assert.Equal(new EngineIdentity(EndpointKind.BuildKit, null, GrpcRoute.Direct, SessionRoute.Control), client.Engine);
            Assert.NotNull(result.ImageDigest);
        }
    }

    [EngineFact]
    public async Task Notices_the_loss_of_the_engine()
    {
        await TestImages.EnsureBusyboxAsync(TestEngine.Socket);
        await using var relay = new FakeServer(RelayAsync);
        using var context = Context($"RUN echo {Guid.NewGuid()} started; sleep 30\n");
        await using var client = await BuildKitClient.ConnectAsync(relay.Endpoint(EndpointKind.BuildKit));
        await using var session = await client.OpenSessionAsync(EngineFixture.Options(context.Path));
        var updates = new RecordedUpdates();
        var build = client.SolveAsync(EngineFixture.Request(session), updates.Add);
        await updates.WaitForAsync("started\n");

        relay.BreakConnections();

        var error = await Assert.ThrowsAsync<BuildKitException>(() => build.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(BuildKitErrorKind.ConnectionLost, error.Kind);
    }

    private static TempDirectory Context(string instructions)
    {
        var context = new TempDirectory();
        context.Write("Dockerfile", $"FROM {TestImages.Busybox}\n{instructions}");
        context.Write("f", Guid.NewGuid().ToString());
        return context;
    }

    private static async Task RelayAsync(Stream client, CancellationToken cancellationToken)
    {
        var dialer = new Dialer(EngineFixture.Endpoint, TimeSpan.FromSeconds(5));
        await using var engine = await H2cUpgrade.OpenAsync(dialer, "/grpc", [], cancellationToken);
        await Task.WhenAny(client.CopyToAsync(engine, cancellationToken), engine.CopyToAsync(client, cancellationToken));
    }
}
