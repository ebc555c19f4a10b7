using Attune.Benchmarks.Scratch;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Running;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Benchmarks.Tests.Engine;

/// <summary>What a benchmark leaves on a real engine, even when a build of it doesn't end.</summary>
[Trait("Kind", "Engine")]
public sealed class LeftoversTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);
    private readonly TempDirectory _directory = new();
    private readonly string _mark = "leftovers" + Guid.NewGuid().ToString("N")[..8];

    public void Dispose() => _directory.Dispose();

    [EngineFact]
    public async Task A_build_that_does_not_end_keeps_nothing_of_the_others_on_the_engine()
    {
        await using var engine = (await ConnectedEngine.ConnectAsync())!;
        using var endless = Scratch("endless", "sleep 600");
        using var done = Scratch("done", "echo done");
        var leftovers = new Leftovers(engine.Builds, TimeProvider.System);
        using var interrupt = new CancellationTokenSource();
        var running = BuildAsync(engine.Builds, PlanOf(endless.Directory), interrupt.Token);
        await BuildAsync(engine.Builds, PlanOf(done.Directory), CancellationToken.None);
        await WaitAsync(async () => await RecordsAsync(engine, endless) > 0);
        Assert.NotNull(await engine.Docker.Images.FindAsync(done.Images[0], CancellationToken.None));

        Assert.Single(await leftovers.RemoveAsync([endless, done], _patience, CancellationToken.None));
        Assert.Null(await engine.Docker.Images.FindAsync(done.Images[0], CancellationToken.None));
        Assert.Equal(0, await RecordsAsync(engine, done));

        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(await leftovers.RemoveAsync([endless, done], TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.Equal(0, await RecordsAsync(engine, endless));
    }

    [EngineFact]
    public async Task Images_whose_name_a_later_build_took_are_removed_too()
    {
        await using var engine = (await ConnectedEngine.ConnectAsync())!;
        using var scratch = Scratch("twice", "echo content");
        var leftovers = new Leftovers(engine.Builds, TimeProvider.System);
        await BuildAsync(engine.Builds, PlanOf(scratch.Directory), CancellationToken.None);
        await leftovers.RememberAsync(scratch, CancellationToken.None);
        var first = await engine.Docker.Images.FindAsync(scratch.Images[0], CancellationToken.None);
        scratch.Make(new("content", "text"), Plan("twice"));
        await BuildAsync(engine.Builds, PlanOf(scratch.Directory), CancellationToken.None);
        Assert.NotEqual(first!.Id, (await engine.Docker.Images.FindAsync(scratch.Images[0], CancellationToken.None))!.Id);

        Assert.Empty(await leftovers.RemoveAsync([scratch], TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.Null(await engine.Docker.Images.FindAsync(first.Id, CancellationToken.None));
    }

    private ScratchProject Scratch(string name, string command)
    {
        _directory.Write($"{name}/content", "text");
        _directory.Write($"{name}/Dockerfile", $"FROM attune-test/busybox:1\nCOPY content /\nRUN --mount=type=cache,target=/c {command}\n");
        _directory.Write($"{name}/compose.yml", $"name: leftovers\nservices: {{ {name}: {{ build: {{ context: ., network: none }} }} }}\n");
        var scratch = new ScratchProject(Path.Combine(_directory.Path, "scratch-" + name), _mark + name);
        scratch.Write(Plan(name), null);
        return scratch;
    }

    private BuildPlan Plan(string name) => PlanOf(Path.Combine(_directory.Path, name));

    private static BuildPlan PlanOf(string directory)
    {
        var files = new DiskSourceFiles();
        return BuildPlan.Of(ComposeProject.Load(new() { CurrentDirectory = directory, Environment = new Dictionary<string, string>() }, files), new(directory), files);
    }

    private static async Task BuildAsync(BuildEngine engine, BuildPlan plan, CancellationToken cancellationToken)
    {
        await using var sink = new RecordingSink();
        var result = await new ProjectBuilder(engine, TimeProvider.System).BuildAsync(
            plan, new(LayerCachePolicy.Use, BasePullPolicy.Missing), new(1, FailurePolicy.Continue), sink, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Assert.All(result.Services, s => Assert.Equal(Builds.Events.ServiceOutcome.Built, s.Outcome));
    }

    private static async Task<int> RecordsAsync(ConnectedEngine engine, ScratchProject scratch) =>
        (await new MarkedRecords(engine.Client, scratch.Mark).ListAsync(CancellationToken.None)).Count;

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isSo())
            await Task.Delay(100, limit.Token);
    }
}
