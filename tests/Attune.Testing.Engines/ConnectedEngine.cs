using Attune.BuildKit;
using Attune.Builds;
using Attune.Engines.Docker;
using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Testing;

/// <summary>The engine of the test run, connected, with <see cref="TestImages.Busybox"/> on it.</summary>
public sealed class ConnectedEngine : IAsyncDisposable
{
    private ConnectedEngine(EngineInfo info, BuildKitClient client)
    {
        Info = info;
        Client = client;
        Docker = new(info.Endpoint);
        Builds = new(info, client, Docker.Images) { Machine = "test" };
    }

    public EngineInfo Info { get; }

    public BuildKitClient Client { get; }

    public DockerEngine Docker { get; }

    /// <summary>What builds need of the engine.</summary>
    public BuildEngine Builds { get; }

    public Version Version => Version.Parse(Info.EngineVersion.Split('+', '-')[0]);

    /// <summary>Connects to the engine that <see cref="TestEngine"/> names; null without one: then no test that needs it runs.</summary>
    public static async Task<ConnectedEngine?> ConnectAsync()
    {
        if (TestEngine.Address is not { } address)
            return null;
        var surroundings = new EngineSurroundings(new Dictionary<string, string>(), "/nonexistent", HostSystem.Linux, new DiskSourceFiles());
        var search = await new EngineFinder(surroundings, embeddedSocket: null).FindAsync(address, CancellationToken.None);
        var info = search.Engine ?? throw new InvalidOperationException($"no engine answers at {address}");
        await TestImages.EnsureBusyboxAsync(info.Endpoint.Address);
        return new(info, await BuildKitClient.ConnectAsync(info.Endpoint));
    }

    public async ValueTask DisposeAsync()
    {
        Docker.Dispose();
        await Client.DisposeAsync();
    }
}
