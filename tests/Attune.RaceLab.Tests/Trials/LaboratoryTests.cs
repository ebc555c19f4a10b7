using System.Collections.Immutable;
using Attune.Builds;
using Attune.Builds.Caching;
using Attune.Builds.Running;
using Attune.RaceLab.Contenders;
using Attune.RaceLab.Measures;
using Attune.RaceLab.Trials;
using Attune.Recovery;

namespace Attune.RaceLab.Tests.Trials;

/// <summary>Real cargo on a real engine. It needs the offline Rust image (<c>./build.sh BaseImages</c>).</summary>
[Trait("Kind", "Engine")]
public sealed class LaboratoryTests : IAsyncLifetime
{
    private const string RustImage = "attune/rust:trixie";

    // Nearly every trial fails; a run of this many that don't is one in thousands.
    private const int Trials = 5;

    private readonly TempDirectory _directory = new();
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
    public async Task Unlocked_builds_fail_as_the_document_says_and_a_cargo_home_in_one_mount_never_does()
    {
        string image;
        await using (var laboratory = new Laboratory(Engine, TimeProvider.System))
        {
            image = await PrepareAsync(laboratory);
            var unlocked = await TryAsync(laboratory, image, "Unlocked");
            var errors = unlocked.SelectMany(t => t.Errors).ToList();
            Assert.NotEmpty(errors);
            Assert.Contains(errors, e => string.Join('\n', e.Log).Contains("failed to unpack package", StringComparison.Ordinal));
            Assert.Contains(errors, e => e.LastWords == "File exists (os error 17)");
            Assert.All(await TryAsync(laboratory, image, "Optimized"), t => Assert.Empty(t.Errors));
        }

        Assert.Null(await _connected!.Docker.Images.FindAsync(image, CancellationToken.None));
        Assert.Empty(await _connected!.Client.DiskUsageAsync([$"type==exec.cachemount,description~=\"race-lab-{image.Split(':')[1]}\""]));
    }

    [RustFact]
    public async Task Services_that_a_real_race_made_fail_are_built_after_recovery()
    {
        await using var laboratory = new Laboratory(Engine, TimeProvider.System);
        var image = await PrepareAsync(laboratory);
        var contender = new BenchFolder(_directory.Path).Contender(MountLayout.All[0], image, 5);
        var recovered = 0;
        for (var trial = 1; trial <= Trials && recovered == 0; trial++)
        {
            var mark = $"race-test-{Guid.NewGuid():N}";
            var plan = contender.Plan(ImmutableDictionary<string, string>.Empty.Add("BUILDKIT_CACHE_MOUNT_NS", mark));
            var caches = new ColdCaches(Engine, mark);
            await caches.MakeAsync(plan, image, CancellationToken.None);
            var builder = new ProjectBuilder(Engine, TimeProvider.System) { Recovery = new CacheRecovery(plan, new CacheVisitor(Engine), retries: 1) };
            var options = new BuildOptions(LayerCachePolicy.Rerun, BasePullPolicy.Missing) { Images = ImagePolicy.Discard };
            var result = await builder.BuildAsync(plan, options, new(5, FailurePolicy.Continue), new Silence(), CancellationToken.None);
            Assert.True(result.IsSuccess, string.Join('\n', result.Services.SelectMany(s => s.Failure?.LastLines ?? [])));
            await caches.RemoveAsync(CancellationToken.None);
            recovered = result.Services.Count(s => s.IsRecovered);
            Assert.All(
                result.Services.Where(s => s.IsRecovered),
                s => Assert.Equal("cache race on /usr/local/cargo/registry (cargo)", s.Recovery!.Cause.ToString()));
        }

        Assert.NotEqual(0, recovered);
    }

    private async Task<string> PrepareAsync(Laboratory laboratory)
    {
        var cargo = await laboratory.PrepareAsync(
            new BenchFolder(_directory.Path).Image(laboratory.Image, RustImage, BenchWork.Fetch), new Silence(), CancellationToken.None);
        Assert.StartsWith("cargo ", cargo, StringComparison.Ordinal);
        return laboratory.Image;
    }

    private async Task<List<TrialOutcome>> TryAsync(Laboratory laboratory, string image, string layout)
    {
        var contender = new BenchFolder(_directory.Path).Contender(MountLayout.All.Single(l => l.Name == layout), image, 5);
        var outcomes = new List<TrialOutcome>();
        for (var trial = 1; trial <= Trials; trial++)
            outcomes.Add(await laboratory.TryAsync(contender, trial, CancellationToken.None));
        return outcomes;
    }
}
