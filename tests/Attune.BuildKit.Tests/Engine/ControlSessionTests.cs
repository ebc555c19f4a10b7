namespace Attune.BuildKit.Tests.Engine;

/// <summary>A Docker Engine also serves <c>Control.Session</c>, which is a buildkitd's only way.</summary>
public sealed class ControlSessionTests
{
    [EngineFact]
    public async Task Builds_with_a_session_inside_grpc()
    {
        await TestImages.EnsureBusyboxAsync(TestEngine.Socket);
        using var context = new TempDirectory();
        context.Write("Dockerfile", "FROM " + TestImages.Busybox + "\nCOPY f /f\n");
        context.Write("f", Guid.NewGuid().ToString());
        var options = new BuildKitClientOptions { Override = engine => engine with { Session = SessionRoute.Control } };
        await using var client = await BuildKitClient.ConnectAsync(EngineFixture.Endpoint, options);
        var transfers = new RecordedTransfers();
        await using var session = await client.OpenSessionAsync(EngineFixture.Options(context.Path, transfers));

        await client.SolveAsync(EngineFixture.Request(session, "attune-test/buildkit:control"));

        Assert.Equal(2, transfers.FilesSent);
    }
}
