using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Attune.BuildKit.Control;
using Attune.Builds.Caching;

namespace Attune.Workflow.Tests.Caches;

/// <summary>PruneCache as a process that is killed, on a real engine.</summary>
[Trait("Kind", "Engine")]
public sealed class KilledPruneTests : IAsyncLifetime
{
    private const int Rounds = 20;

    private readonly TempDirectory _directory = new();
    private readonly string _id = Guid.NewGuid().ToString("N")[..8];
    private readonly TestHost _host;
    private ConnectedEngine? _engine;

    public KilledPruneTests() => _host = new(_directory.Path);

    public async Task InitializeAsync()
    {
        _engine = await ConnectedEngine.ConnectAsync();
        _directory.Write(".nuke/parameters.json", "{}");
        _directory.Write("compose.yml", $"services: {{ api: {{ image: prune-{_id}, build: . }} }}");
        _directory.Write("Dockerfile", """
            FROM attune-test/busybox:1
            ARG ROUND
            RUN --mount=type=cache,target=/ID/registry,sharing=locked --mount=type=cache,target=/ID/target,sharing=locked --mount=type=cache,target=/ID/kept,sharing=locked \
                for cache in registry target kept; do seq 100000 > /ID/$cache/numbers; done
            """.Replace("ID", _id, StringComparison.Ordinal));
    }

    public async Task DisposeAsync()
    {
        if (_engine is not null)
        {
            var own = (await CachesAsync()).Select(c => "id==" + c.Value.Id).ToList();
            await foreach (var _ in _engine.Client.PruneAsync(new() { Filters = own.Count > 0 ? own : ["id==none"] }))
            {
                // Each answer is a record that is gone.
            }

            await _engine.Docker.Images.RemoveAsync($"prune-{_id}", CancellationToken.None);
            await _engine.DisposeAsync();
        }

        _directory.Dispose();
    }

    [EngineFact(Timeout = 900_000)]
    public async Task However_often_it_is_killed_nothing_but_what_was_named_goes_and_the_next_run_works()
    {
        await FillAsync(0);
        var watch = Stopwatch.StartNew();
        using (var whole = Prune())
            await whole.WaitForExitAsync();
        var length = watch.Elapsed;
        Assert.Equal(["kept"], (await CachesAsync("kept")).Keys);

        var (survived, gone) = (0, 0);
        for (var round = 1; round <= Rounds; round++)
        {
            await FillAsync(round);
            var before = await CachesAsync("registry", "target", "kept");
            using (var process = Prune())
            {
                // Up to twice as long as the first took: the machine may be busier by now.
                await Task.Delay(length * RandomNumberGenerator.GetInt32(2000) / 1000);
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }

            var after = await CachesAsync("kept");
            Assert.Equal(before["kept"], after["kept"], Same);
            Assert.All(after, cache => Assert.Equal(before[cache.Key], cache.Value, Same));
            (survived, gone) = (survived + after.Count - 1, gone + before.Count - after.Count);

            await using var workflow = Workflow(round);
            await workflow.PruneCacheAsync();
            var rest = Assert.Single(await CachesAsync("kept"));
            Assert.Equal(before["kept"], rest.Value, Same);
        }

        // Neither always too early nor always too late.
        Assert.True(survived > 0 && gone > 0, $"{survived} caches survived, {gone} went");
    }

    private static bool Same(CacheRecord one, CacheRecord other) => (one.Id, one.Size) == (other.Id, other.Size);

    private async Task FillAsync(int round)
    {
        await using var workflow = Workflow(round);
        await workflow.BuildAllAsync();
    }

    private AttuneWorkflow Workflow(int round) => new(
        new(_directory.Path)
        {
            Engine = TestEngine.Address,
            Build = new() { Args = [string.Create(CultureInfo.InvariantCulture, $"ROUND={_id}{round}")] },
            Prune = new() { Mounts = ["registry", "target"] },
        },
        _host.Create());

    private Process Prune()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var build = Path.Combine(RepositoryRoot.Path, "build", "bin", configuration, "_build.dll");
        string[] arguments = [build, "PruneCache", "--mounts", "registry,target", "--engine", TestEngine.Address!, "--project-directory", _directory.Path];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _directory.Path, RedirectStandardOutput = true })!;
    }

    /// <summary>The test's caches by name, when the engine has let go of them and measured them.</summary>
    /// <param name="expected">Caches that are waited for, 10 s at most: for a moment a busy engine lists fewer than there are.</param>
    private async Task<Dictionary<string, CacheRecord>> CachesAsync(params string[] expected)
    {
        for (var attempt = 1; ; attempt++)
        {
            var records = await _engine!.Client.DiskUsageAsync(["type==exec.cachemount"]);
            var own = records.Where(r => NameOf(r) is not null).ToDictionary(r => NameOf(r)!);
            if (own.Values.All(r => r is { IsInUse: false, Size: > 0 }) && (expected.All(own.ContainsKey) || attempt > 200))
                return own;
            await Task.Delay(50);
        }
    }

    private string? NameOf(CacheRecord record) =>
        CacheMountName.Of(record)?.Target is { } target && target.StartsWith($"/{_id}/", StringComparison.Ordinal) ? target[(_id.Length + 2)..] : null;
}
