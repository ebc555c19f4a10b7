using Attune.BuildKit;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Running;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Engines.Docker;
using Attune.Engines.Finding;

namespace Attune.Caches.Tests.Engine;

/// <summary>A project of its own on the real engine of the test run.</summary>
public sealed class CacheLab : IAsyncLifetime
{
    private SampleProject? _project;
    private ConnectedEngine? _engine;

    /// <summary>Tells this test's images and caches from all others.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    public BuildKitClient Client => _engine!.Client;

    internal EngineInfo Engine => _engine!.Info;

    internal DockerEngine Docker => _engine!.Docker;

    internal SampleProject Project => _project!;

    public async Task InitializeAsync() => _engine = await ConnectedEngine.ConnectAsync();

    public async Task DisposeAsync()
    {
        if (_engine is null)
            return;
        await new MarkedRecords(Client, Id).RemoveAsync(CancellationToken.None);

        await _engine.DisposeAsync();
        _project?.Dispose();
    }

    /// <summary>Takes a project; <c>ID</c> stands for <see cref="Id"/>.</summary>
    public void Use(string dockerfile, params string[] services)
    {
        _project?.Dispose();
        _project = SampleProject.Of(dockerfile.Replace("ID", Id, StringComparison.Ordinal), services);
    }

    internal BuildEngine BuildEngine => _engine!.Builds;

    public async Task<string> BuildAsync(CancellationToken cancellationToken = default)
    {
        var sink = new StepOutputText();
        var builder = new ProjectBuilder(BuildEngine, TimeProvider.System);
        var options = new BuildOptions(LayerCachePolicy.Rerun, BasePullPolicy.Missing);
        var result = await builder.BuildAsync(Project.Plan(), options, new(4, FailurePolicy.Continue), sink, cancellationToken);
        Assert.True(result.IsSuccess || cancellationToken.IsCancellationRequested, sink.Text);
        return sink.Text;
    }

    public Task<CacheInventory> InventoryAsync(CacheLedger? ledger = null) => CacheInventory.ReadAsync(
        Client, ProjectCache.Of(Project.Plan()), ledger ?? new(), DateTimeOffset.UtcNow, CancellationToken.None);

    /// <summary>What there is when the engine has let go of the project's caches, a moment after the build.</summary>
    public async Task<CacheInventory> SettledAsync()
    {
        while (true)
        {
            var inventory = await InventoryAsync();
            if (!inventory.Caches.Any(k => k.Ownership == CacheOwnership.Project && k.Record.IsInUse))
                return inventory;
            await Task.Delay(50);
        }
    }
}
