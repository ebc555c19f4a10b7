using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Recovery.Tests.Engine;

/// <summary>A compose project in a temporary directory, built with recovery on the real engine of the test run; it makes no images.</summary>
public sealed class RecoveryFixture : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private ConnectedEngine? _engine;

    /// <summary>Tells this test's caches from all others.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    public async Task InitializeAsync() => _engine = await ConnectedEngine.ConnectAsync();

    public async Task DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>Writes a file; <c>ID</c> stands for <see cref="Id"/>.</summary>
    public RecoveryFixture With(string path, string text)
    {
        _directory.Write(path, text.Replace("ID", Id, StringComparison.Ordinal));
        return this;
    }

    internal async Task<(BuildResult Result, RecordingSink Events)> BuildAsync(int retries, params string[] services)
    {
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files);
        var plan = BuildPlan.Of(project, new(_directory.Path) { Services = [.. services] }, files);
        var engine = _engine!.Builds;
        var builder = new ProjectBuilder(engine, TimeProvider.System) { Recovery = new CacheRecovery(plan, new CacheVisitor(engine), retries) };
        var options = new BuildOptions(LayerCachePolicy.Rerun, BasePullPolicy.Missing) { Images = ImagePolicy.Discard };
        await using var recorder = new RecordingSink();
        return (await builder.BuildAsync(plan, options, new(4, FailurePolicy.Continue), recorder, CancellationToken.None), recorder);
    }
}
