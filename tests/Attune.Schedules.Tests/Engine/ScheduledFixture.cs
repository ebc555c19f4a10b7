using System.Globalization;
using Attune.Builds;
using Attune.Builds.Events;
using Attune.Builds.Running;
using Attune.Compose;
using Attune.Projects;
using Attune.Schedules.Filling;
using Attune.Schedules.History;
using Attune.Source;

namespace Attune.Schedules.Tests.Engine;

/// <summary>A compose project in a temporary directory, built in the order of the schedule on the real engine of the test run.</summary>
public sealed class ScheduledFixture : IAsyncLifetime
{
    /// <summary>A step that prints when it begins and when it ends.</summary>
    public const string Timed = "RUN : ${NAME} ID; echo + $(cat /proc/uptime); sleep 0.3; echo - $(cat /proc/uptime)";

    private readonly TempDirectory _directory = new();
    private ConnectedEngine? _engine;

    /// <summary>Tells this test's caches from all others.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>What becomes of what is built. Only builds that make images are remembered.</summary>
    public ImagePolicy Images { get; set; } = ImagePolicy.Discard;

    internal Recorder Events { get; private set; } = new();

    private string HistoryPath => Path.Combine(_directory.Path, "durations.json");

    private HistoryFile History => new(HistoryPath);

    public async Task InitializeAsync() => _engine = await ConnectedEngine.ConnectAsync();

    public async Task DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>Writes a file; <c>ID</c> stands for <see cref="Id"/>.</summary>
    public ScheduledFixture With(string path, string text)
    {
        _directory.Write(path, text.Replace("ID", Id, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Builds something that no history remembers.</summary>
    public async Task WarmUpAsync()
    {
        With("warm.yml", "services: { warm: { build: { context: ., dockerfile: warm.Dockerfile } } }");
        With("warm.Dockerfile", "FROM attune-test/busybox:1\nRUN echo ID\n");
        await BuildAsync(1, "warm.yml");
        File.Delete(HistoryPath);
    }

    public async Task<BuildResult> BuildAsync(int maxParallel, string file = "compose.yml", CancellationToken cancellationToken = default)
    {
        Events = new();
        var scheduled = new ScheduledBuild(new ProjectBuilder(_engine!.Builds, TimeProvider.System), _engine.Builds, History, Assert.Fail);
        var options = new BuildOptions(LayerCachePolicy.Rerun, BasePullPolicy.Missing) { Images = Images };
        return await scheduled.BuildAsync(Plan(file), options, new(maxParallel, FailurePolicy.Continue), Events, cancellationToken);
    }

    /// <summary>What the next build is expected to do.</summary>
    public async Task<Forecast> ExpectAsync(int maxParallel) => Forecast.Of(
        [new(Plan("compose.yml"), maxParallel)],
        History.Load(Assert.Fail),
        LayerCachePolicy.Rerun,
        await KeptCaches.ReadAsync(_engine!.Client, CancellationToken.None));

    /// <summary>
    /// What the engine ran when, in order: the beginnings and ends that steps printed with the kernel's own time. <c>With</c> a Dockerfile whose RUN is
    /// <see cref="Timed"/>.
    /// </summary>
    internal IReadOnlyList<string> Ran() =>
    [
        .. from output in Events.Of<StepOutput>()
           from line in output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
           let parts = line.Split(' ')
           orderby double.Parse(parts[1], CultureInfo.InvariantCulture), parts[0] == "+"
           select $"{parts[0]} {output.Service}",
    ];

    /// <summary>Whether any step of this test is under way on the engine.</summary>
    public async Task<bool> IsBusyAsync() => 
        (await _engine!.Client.DiskUsageAsync([$"type==exec.cachemount,inuse,description~=\"{Id}\""])).Count > 0;

    private BuildPlan Plan(string file)
    {
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(
            new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string> { ["COMPOSE_FILE"] = file } }, files);
        return BuildPlan.Of(project, new(_directory.Path), files);
    }

    internal sealed class Recorder : IBuildSink
    {
        private readonly Lock _gate = new();
        private readonly List<BuildEvent> _events = [];

        public IReadOnlyList<T> Of<T>()
        {
            lock (_gate)
                return [.. _events.OfType<T>()];
        }

        public void Publish(BuildEvent buildEvent)
        {
            lock (_gate)
                _events.Add(buildEvent);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
