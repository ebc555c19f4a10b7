using System.Collections.Immutable;
using System.Globalization;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Running;
using Attune.Compose;
using Attune.Dockerfiles.Mounts;
using Attune.Projects;
using Attune.RaceLab.Contenders;
using Attune.RaceLab.Trials;
using Attune.Source;
using Attune.Strategies.Phases;
using Attune.Strategies.Rewriting;
using Xunit.Abstractions;

namespace Attune.RaceLab.Tests.Trials;

/// <summary>What warming leaves to race for this repository's five services: how many crates are unpacked after it.</summary>
[Trait("Kind", "Engine")]
public sealed class WarmingTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private readonly string _mark = $"race-test-{Guid.NewGuid():N}";
    private ConnectedEngine? _connected;

    private BuildEngine Engine => _connected!.Builds;

    public async Task InitializeAsync() => _connected = await ConnectedEngine.ConnectAsync();

    public async Task DisposeAsync()
    {
        if (_connected is not null)
            await _connected.DisposeAsync();
        _directory.Dispose();
    }

    [RustFact]
    public async Task After_fetching_unlocked_builds_beside_each_other_unpack_nothing()
    {
        var (warmed, built) = await MeasureAsync(WarmKind.Fetch);
        Assert.NotEqual(0, warmed);
        Assert.Equal(built, warmed);
    }

    [RustFact]
    public async Task After_building_one_service_the_others_still_unpack_their_own_crates()
    {
        var (warmed, built) = await MeasureAsync(WarmKind.Service);
        Assert.InRange(warmed, 1, built - 1);
    }

    private async Task<(int Warmed, int Built)> MeasureAsync(WarmKind kind)
    {
        await using var laboratory = new Laboratory(Engine, TimeProvider.System);
        await laboratory.PrepareAsync(new BenchFolder(_directory.Path).Image(laboratory.Image, "attune/rust:trixie", BenchWork.Fetch), new Silence(), CancellationToken.None);
        var plan = MountRewriting.Rewrite(Plan(laboratory.Image), MountSharing.Shared);
        var caches = new ColdCaches(Engine, _mark);
        await caches.MakeAsync(plan, laboratory.Image, CancellationToken.None);
        try
        {
            await using var held = await HoldAsync(plan, laboratory.Image);
            foreach (var phase in StrategyPhases.Warm(plan, new(kind, "api", _mark.Replace("-", "", StringComparison.Ordinal))))
                await BuildAsync(phase.Plan, phase.MaxParallel ?? 1);
            var warmed = await CountCratesAsync(plan, laboratory.Image);
            // One at a time where there is something left to race for: what is counted is the work, not its accidents.
            await BuildAsync(plan, kind == WarmKind.Fetch ? plan.Services.Length : 1);
            var built = await CountCratesAsync(plan, laboratory.Image);
            output.WriteLine($"{kind}: {warmed} of {built} crates were unpacked when the services began");
            return (warmed, built);
        }
        finally
        {
            await caches.RemoveAsync(CancellationToken.None);
        }
    }

    // An engine measures its caches now and then, and a shared one that is taken meanwhile forks; one that is held isn't measured.
    // See docs/cache-mounts.md, "What forks it".
    private async Task<HeldCaches> HoldAsync(BuildPlan plan, string image)
    {
        var held = new HeldCaches(new(Engine), plan, image, _mark);
        while ((await Engine.Client.DiskUsageAsync([$"type==exec.cachemount,inuse,description~=\"{_mark}\""])).Count == 0)
            await Task.Delay(50);
        return held;
    }

    private async Task BuildAsync(BuildPlan plan, int maxParallel)
    {
        var options = new BuildOptions(LayerCachePolicy.Rerun, BasePullPolicy.Missing) { Images = ImagePolicy.Discard };
        var result = await new ProjectBuilder(Engine, TimeProvider.System).BuildAsync(plan, options, new(maxParallel, FailurePolicy.Continue), new Silence(), CancellationToken.None);
        Assert.True(result.IsSuccess, string.Join('\n', result.Services.SelectMany(s => s.Failure?.LastLines ?? [])));
    }

    private async Task<int> CountCratesAsync(BuildPlan plan, string image)
    {
        var registry = plan.Services.SelectMany(s => s.CacheMounts).First(m => m.MountPath == "/usr/local/cargo/registry");
        var visit = new CacheVisit(image, [registry], "ls -d /usr/local/cargo/registry/src/*/* 2>/dev/null | wc -l") { Expansion = MountExpansion.Literal, Sharing = CacheSharing.Shared };
        return int.Parse(await new CacheVisitor(Engine).RunAsync(visit, $"{_mark}{Guid.NewGuid():N}", CancellationToken.None), CultureInfo.InvariantCulture);
    }

    private BuildPlan Plan(string image)
    {
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = RepositoryRoot.Path, Environment = new Dictionary<string, string>() }, files);
        var request = new PlanRequest(RepositoryRoot.Path)
        {
            Services = ["api", "executor", "worker", "sensor", "notifier"],
            ExtraArgs = ImmutableDictionary<string, string>.Empty
                .Add("RUST_IMAGE", image).Add("RUNTIME_IMAGE", "attune/debian:trixie").Add("BUILDKIT_CACHE_MOUNT_NS", _mark),
        };
        return BuildPlan.Of(DockerfileReplacement.Replace(project, Path.Combine(RepositoryRoot.Path, "Dockerfile")), request, files);
    }
}
