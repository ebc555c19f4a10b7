using Attune.BuildKit;
using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Builds.Tests.Running;
using Attune.Compose;
using Attune.Engines.Docker;
using Attune.Engines.Finding;
using Attune.Projects;
using Attune.Source;

namespace Attune.Builds.Tests.Engine;

/// <summary>A compose project in a temporary directory, built on the real engine of the test run.</summary>
public sealed class BuildFixture : IAsyncLifetime
{
    private static readonly RunPolicy _policy = new(4, FailurePolicy.Continue);
    private readonly TempDirectory _directory = new();
    private BuildKitClient? _client;
    private DockerEngine? _docker;
    private EngineInfo? _engine;

    /// <summary>Tells this test's images and caches from all others.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The frontend of 20.10 has no named contexts.</summary>
    public bool IsOlderThanNamedContexts => _engine!.EngineVersion.StartsWith("20.", StringComparison.Ordinal);

    /// <summary>The engine's version.</summary>
    public Version EngineVersion => Version.Parse(_engine!.EngineVersion.Split('+', '-')[0]);

    internal RecordingSink Sink { get; private set; } = new();

    internal IDockerImages Images => _docker!.Images;

    internal IDockerContainers Containers => _docker!.Containers;

    internal BuildKitClient Client => _client!;

    public async Task InitializeAsync()
    {
        if (TestEngine.Address is not { } address)
            return;
        var surroundings = new EngineSurroundings(new Dictionary<string, string>(), "/nonexistent", HostSystem.Linux, new DiskSourceFiles());
        var search = await new EngineFinder(surroundings, embeddedSocket: null).FindAsync(address, CancellationToken.None);
        _engine = search.Engine!;
        await TestImages.EnsureBusyboxAsync(_engine.Endpoint.Address);
        _client = await BuildKitClient.ConnectAsync(_engine.Endpoint);
        _docker = new(_engine.Endpoint);
    }

    public async Task DisposeAsync()
    {
        _docker?.Dispose();
        if (_client is not null)
            await _client.DisposeAsync();
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
        var files = new DiskSourceFiles();
        var variables = new Dictionary<string, string> { ["TOKEN"] = "hunter2" };
        var project = ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = variables }, files);
        var plan = BuildPlan.Of(project, new(_directory.Path) { Services = [.. services] }, files);
        var builder = new ProjectBuilder(new(_engine!, _client!, _docker!.Images) { Machine = "test" }, TimeProvider.System);
        return await builder.BuildAsync(plan, new(cache, BasePullPolicy.Missing), policy, Sink, cancellationToken);
    }

    /// <summary>Everything that a service's steps printed.</summary>
    public string OutputOf(string service) => string.Concat(Sink.Events.OfType<StepOutput>().Where(o => o.Service == service).Select(o => o.Text));

    /// <summary>The files sent for the main context of a service, by the last report of its transfer.</summary>
    public long FilesSentFor(string service) =>
        Sink.Events.OfType<ContextTransferred>().LastOrDefault(t => t.Directory == "context" && t.Services.Contains(service))?.Count.FilesSent ?? 0;
}
