using Attune.Builds.Caching;
using Attune.RaceLab.Contenders;
using Attune.RaceLab.Trials;
using Attune.Strategies;
using Attune.Workflow.Failures;

namespace Attune.Workflow.Tests.EndToEnd;

/// <summary>What a user sees of a race: real cargo, on a real engine, through the target. It needs the offline Rust image (<c>./build.sh BaseImages</c>).</summary>
[Trait("Kind", "Engine")]
public sealed class RecoveryTests : IDisposable
{
    // Nearly every trial has a failure; a run of this many that don't is one in thousands.
    private const int Trials = 5;

    private readonly TempDirectory _directory = new();
    private readonly string _mark = $"recovery-test-{Guid.NewGuid():N}";

    public void Dispose() => _directory.Dispose();

    [RustFact]
    public async Task Services_that_a_race_made_fail_are_built_and_the_run_names_the_cause()
    {
        await using var engine = (await ConnectedEngine.ConnectAsync())!;
        await using var laboratory = new Laboratory(engine.Builds, TimeProvider.System);
        await PrepareAsync(laboratory);
        var recovered = "";
        for (var trial = 1; trial <= Trials && recovered.Length == 0; trial++)
        {
            var host = new TestHost(_directory.Path);
            Write(laboratory.Image, "cargo build");
            await using var workflow = Workflow(host);
            var summary = await workflow.BuildAllAsync();
            Assert.Equal("5", summary.Facts.Single(f => f.Key == "Built").Value);
            if (summary.Facts.Any(f => f.Key == "Recovered"))
                recovered = host.Output;
        }

        await RemoveCachesAsync(engine);
        Assert.Contains("cache race on /usr/local/cargo/registry (cargo)", recovered, StringComparison.Ordinal);
    }

    [RustFact]
    public async Task An_ordinary_error_is_not_retried()
    {
        await using var engine = (await ConnectedEngine.ConnectAsync())!;
        await using var laboratory = new Laboratory(engine.Builds, TimeProvider.System);
        await PrepareAsync(laboratory);
        var host = new TestHost(_directory.Path);
        Write(laboratory.Image, "echo 'fn main() { none() }' > broken.rs && rustc broken.rs");
        await using var workflow = Workflow(host);
        var failure = await Assert.ThrowsAsync<WorkflowFailedException>(workflow.BuildAllAsync);
        Assert.Equal(ExitCodes.WorkFailed, failure.ExitCode);
        Assert.Contains("cannot find function `none`", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cache race", host.Output, StringComparison.Ordinal);
        await RemoveCachesAsync(engine);
    }

    private Task RemoveCachesAsync(ConnectedEngine engine) => new MarkedRecords(engine.Client, _mark).RemoveAsync(CancellationToken.None);

    private async Task PrepareAsync(Laboratory laboratory) => await laboratory.PrepareAsync(
        new BenchFolder(Path.Combine(_directory.Path, "lab")).Image(laboratory.Image, "attune/rust:trixie", BenchWork.Fetch), new Silence(), CancellationToken.None);

    // Locked as it is written; caches that nothing has filled, and steps that nothing has run.
    private void Write(string image, string command)
    {
        var space = _mark + Guid.NewGuid().ToString("N");
        _directory.Write("Dockerfile", $"""
            FROM {image}
            ARG SERVICE
            WORKDIR /build
            RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
                --mount=type=cache,target=/usr/local/cargo/git,sharing=locked \
                : {space} && {command}
            """);
        var services = Enumerable.Range(1, 5).Select(i => $"  s{i}: {{ build: {{ context: ., args: {{ SERVICE: s{i}, BUILDKIT_CACHE_MOUNT_NS: {space} }} }} }}");
        _directory.Write("compose.yml", $"name: attune-recovery-test\nservices:\n{string.Join('\n', services)}\n");
    }

    private AttuneWorkflow Workflow(TestHost host) => new(
        new(_directory.Path)
        {
            Engine = TestEngine.Address,
            Build = new() { Strategy = BuildStrategy.Unlocked, MaxParallel = 5 },
        },
        host.Create());
}
