using Attune.BuildKit;
using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Compose;
using Attune.Dockerfiles.Mounts;
using Attune.Engines.Docker;
using Attune.Projects;
using Attune.Source;

namespace Attune.Builds.Tests.Engine;

/// <summary>A compose project in a temporary directory, built on the real engine of the test run.</summary>
public sealed class BuildFixture : IAsyncLifetime
{
    private static readonly RunPolicy _policy = new(4, FailurePolicy.Continue);
    private readonly TempDirectory _directory = new();
    private ConnectedEngine? _engine;

    /// <summary>Tells this test's images and caches from all others.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The frontend of 20.10 has no named contexts.</summary>
    public bool IsOlderThanNamedContexts => EngineVersion.Major < 23;

    /// <summary>The engine's version.</summary>
    public Version EngineVersion => _engine!.Version;

    internal RecordingSink Sink { get; private set; } = new();

    internal IDockerImages Images => _engine!.Docker.Images;

    internal IDockerContainers Containers => _engine!.Docker.Containers;

    internal BuildKitClient Client => _engine!.Client;

    public async Task InitializeAsync() => _engine = await ConnectedEngine.ConnectAsync();

    public async Task DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>Writes a file; <c>ID</c> stands for <see cref="Id"/>.</summary>
    public BuildFixture With(string path, string text)
    {
        _directory.Write(path, text.Replace("ID", Id, StringComparison.Ordinal));
        return this;
    }

    public Task<BuildResult> BuildAsync(params string[] services) => BuildAsync(_policy, CancellationToken.None, LayerCachePolicy.Use, services);

    public Task<BuildResult> BuildAgainAsync() => BuildAsync(_policy, CancellationToken.None, LayerCachePolicy.Rerun);

    public async Task<BuildResult> BuildAsync(
        RunPolicy policy, CancellationToken cancellationToken, LayerCachePolicy cache = LayerCachePolicy.Use, params string[] services)
    {
        Sink = new();
        var plan = Plan(EngineVersion.Major >= 23 ? MountExpansion.Expands : MountExpansion.Literal, services);
        var builder = new ProjectBuilder(_engine!.Builds, TimeProvider.System);
        return await builder.BuildAsync(plan, new(cache, BasePullPolicy.Missing), policy, Sink, cancellationToken);
    }

    /// <summary>What the project's files say.</summary>
    public BuildPlan Plan(MountExpansion expansion, params string[] services)
    {
        var files = new DiskSourceFiles();
        var variables = new Dictionary<string, string> { ["TOKEN"] = "hunter2" };
        var project = ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = variables }, files);
        return BuildPlan.Of(project, new(_directory.Path) { Services = [.. services], MountExpansion = expansion }, files);
    }

    /// <summary>Everything that a service's steps printed.</summary>
    public string OutputOf(string service) => string.Concat(Sink.Events.OfType<StepOutput>().Where(o => o.Service == service).Select(o => o.Text));

    /// <summary>The files sent for the main context of a service, by the last report of its transfer.</summary>
    public long FilesSentFor(string service) =>
        Sink.Events.OfType<ContextTransferred>().LastOrDefault(t => t.Directory == "context" && t.Services.Contains(service))?.Count.FilesSent ?? 0;
}
