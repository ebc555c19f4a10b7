using Attune.BuildKit.Control;
using Attune.BuildKit.Session;

namespace Attune.BuildKit.Tests.Engine;

/// <summary>A client of the test engine, with the base image there.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private BuildKitClient? _client;

    public BuildKitClient Client => _client ?? throw new InvalidOperationException("no engine");

    public static BuildKitEndpoint Endpoint => new(EndpointKind.DockerEngine, EndpointTransport.Unix, TestEngine.Socket);

    public async Task InitializeAsync()
    {
        if (TestEngine.Address is null)
            return;
        await TestImages.EnsureBusyboxAsync(TestEngine.Socket);
        _client = await BuildKitClient.ConnectAsync(Endpoint);
    }

    public async Task DisposeAsync()
    {
        if (_client is not null)
            await _client.DisposeAsync();
    }

    /// <summary>A session for a directory that is both context and Dockerfile directory.</summary>
    internal Task<BuildSession> OpenAsync(string directory, RecordedTransfers? transfers = null, string? key = null) =>
        Client.OpenSessionAsync(Options(directory, transfers, key));

    internal static SessionOptions Options(string directory, RecordedTransfers? transfers = null, string? key = null) => new()
    {
        SharedKey = key ?? SharedKey.Of("test", directory),
        Directories = new Dictionary<string, SessionDirectory>
        {
            ["context"] = new LocalDirectory(directory),
            ["dockerfile"] = new LocalDirectory(directory),
        },
        Transfers = transfers,
    };

    /// <summary>A solve without network that exports an image when it has a name.</summary>
    internal static SolveRequest Request(BuildSession session, string? image = null, params (string Key, string Value)[] attributes) => new()
    {
        SessionId = session.Id,
        FrontendAttributes = attributes
            .Append(("force-network-mode", "none"))
            .Append(("image-resolve-mode", "local"))
            .ToDictionary(a => a.Item1, a => a.Item2),
        Exporter = image is null ? null : Exporter.ToEngine(image),
    };
}
