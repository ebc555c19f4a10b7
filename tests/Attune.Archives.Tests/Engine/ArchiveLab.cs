using Attune.Archives.Storage;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Running;
using Attune.Caches.Mounts;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Archives.Tests.Engine;

/// <summary>A project with one cache on the real engine of the test run, and a store.</summary>
public sealed class ArchiveLab : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private ConnectedEngine? _engine;

    /// <summary>Tells this test's caches from all others.</summary>
    public string Id { get; private set; } = NewId();

    public ArchiveStore Store { get; private set; } = null!;

    private BuildEngine Engine => _engine!.Builds;

    public async Task InitializeAsync()
    {
        _engine = await ConnectedEngine.ConnectAsync();
        if (_engine is not null)
            await TestImages.EnsureToolboxAsync(_engine.Info.Endpoint.Address);
    }

    public async Task DisposeAsync()
    {
        if (_engine is not null)
        {
            await PruneAsync();
            await _engine.DisposeAsync();
        }

        _directory.Dispose();
    }

    /// <summary>A cache of its own, with these options, and an empty store.</summary>
    public void Begin(string options)
    {
        Id = NewId();
        Store = new(Path.Combine(_directory.Path, "store", Id));
        var mount = $"--mount=type=cache,id={Id},target=/cache/{Id},{options}";
        _directory.Write("Dockerfile", $"FROM attune-test/toolbox:1\nARG DO\nRUN {mount} cd /cache/{Id} && eval \"$DO\"\n");
        _directory.Write("compose.yml", "services: { api: { build: { context: ., args: { DO: } } } }\n");
    }

    /// <summary>Runs a command in the cache, as a build does; gives what it printed.</summary>
    public async Task<string> DoAsync(string command)
    {
        var output = new StepOutputText();
        var options = new BuildOptions(LayerCachePolicy.Rerun, BasePullPolicy.Missing) { Images = ImagePolicy.Discard };
        var result = await new ProjectBuilder(Engine, TimeProvider.System).BuildAsync(Plan(command), options, new(1, FailurePolicy.Continue), output, CancellationToken.None);
        Assert.True(result.IsSuccess, output.Text);
        return output.Text;
    }

    public async Task<SavedCache> SaveAsync(CancellationToken cancellationToken = default)
    {
        var plan = Plan("");
        using var held = await Store.LockAsync(cancellationToken);
        return await new CacheSaver(new CacheVisitor(Engine), plan, Store, TimeProvider.System).SaveAsync(Cache(plan), new("key", "linux/amd64", null), cancellationToken);
    }

    public async Task RestoreAsync(CancellationToken cancellationToken = default)
    {
        var plan = Plan("");
        var restorer = new CacheRestorer(new CacheVisitor(Engine), plan, Store);
        await restorer.RestoreAsync(Cache(plan), restorer.Choose(Cache(plan), "key")!, cancellationToken);
    }

    public Task PruneAsync() => new MarkedRecords(Engine.Client, Id).RemoveAsync(CancellationToken.None);

    private static ProjectCache Cache(BuildPlan plan) => Assert.Single(ProjectCache.Of(plan));

    private BuildPlan Plan(string command)
    {
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(
            new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string> { ["DO"] = command } }, files);
        return BuildPlan.Of(project, new(_directory.Path), files);
    }

    private static string NewId() => "archive-" + Guid.NewGuid().ToString("N")[..8];
}
