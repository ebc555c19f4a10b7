using Attune.Builds.Events;

namespace Attune.Recovery.Tests.Engine;

/// <summary>Caches that are really damaged, on a real engine. The tool is a script that fails as old versions of cargo do; cargo itself is in the race lab's tests.</summary>
[Trait("Kind", "Engine")]
public sealed class RecoveryTests(RecoveryFixture build) : IClassFixture<RecoveryFixture>
{
    private const string Services = """
        services:
          api: { build: { context: ., args: { NAME: api } } }
          worker: { build: { context: ., args: { NAME: worker } } }
          poison: { build: { context: ., dockerfile: Poison } }
        """;

    private const string Mount = "--mount=type=cache,id=ID,target=/usr/local/cargo/registry";
    private const string Crate = "/usr/local/cargo/registry/src/index/tracing-0.1.40";

    private const string Unpacking = $$"""
        FROM attune-test/busybox:1
        ARG NAME
        RUN {{Mount}} crate={{Crate}}; \
            if [ -d $crate ] && ! [ -s $crate/.cargo-ok ]; then \
                echo "error: failed to unpack package \`tracing v0.1.40\`"; echo "  failed to open \`$crate/.cargo-ok\`"; echo "  File exists (os error 17)"; exit 101; \
            fi; \
            mkdir -p $crate; echo '{"v":1}' > $crate/.cargo-ok
        """;

    private const string Poison = $"FROM attune-test/busybox:1\nRUN {Mount} mkdir -p {Crate}/src {Crate}-kept && : > {Crate}/.cargo-ok && echo whole > {Crate}-kept/.cargo-ok\n";

    [EngineFact]
    public async Task A_service_that_a_poisoned_cache_made_fail_is_built_and_its_cause_named()
    {
        build.With("compose.yml", Services).With("Dockerfile", Unpacking).With("Poison", Poison);
        Assert.True((await build.BuildAsync(1, "poison")).Result.IsSuccess);
        var (result, events) = await build.BuildAsync(1, "api", "worker");
        Assert.True(result.IsSuccess, string.Join('\n', result.Services.Select(s => s.Failure?.Message)));

        var recovered = result.Services.First(s => s.IsRecovered);
        Assert.Equal("cache race on /usr/local/cargo/registry (cargo)", recovered.Recovery!.Cause.ToString());
        Assert.Equal(["CM001", "CM002"], recovered.Recovery.Cause.Rules);
        Assert.Equal(3, recovered.Recovery.Cause.Location.Start.Line);
        Assert.Equal([Crate], result.Services.SelectMany(s => s.Recovery?.Removed ?? []));
        Assert.Contains(events.Events, e => e is ServiceRecovering r && r.Service == recovered.Service);
        Assert.IsType<BuildFinished>(events.Events[^1]);
        Assert.Single(events.Events.OfType<BuildStarted>());
    }

    [EngineFact]
    public async Task Without_retries_the_cause_is_named_and_the_cache_left_alone()
    {
        build.With("compose.yml", Services).With("Dockerfile", Unpacking).With("Poison", Poison);
        await build.BuildAsync(1, "poison");
        for (var i = 0; i < 2; i++)
        {
            var (result, _) = await build.BuildAsync(0, "api");
            Assert.Equal((ServiceOutcome.Failed, 0), (result.Services[0].Outcome, result.Services[0].Recovery!.Retries));
            Assert.Equal("damaged cache /usr/local/cargo/registry (cargo)", result.Services[0].Recovery!.Cause.ToString());
        }

        Assert.True((await build.BuildAsync(1, "api")).Result.IsSuccess);
    }

    [EngineFact]
    public async Task An_ordinary_failure_is_not_built_again()
    {
        build.With("compose.yml", "services: { api: { build: . } }").With("Dockerfile", $"""
            FROM attune-test/busybox:1
            RUN {Mount} echo run >> /usr/local/cargo/registry/runs; echo runs: $(cat /usr/local/cargo/registry/runs); \
                echo "error[E0425]: cannot find value in this scope"; echo "error: could not compile"; exit 101
            """);
        var (result, events) = await build.BuildAsync(1);
        Assert.Equal(ServiceOutcome.Failed, result.Services[0].Outcome);
        Assert.Null(result.Services[0].Recovery);
        Assert.Equal(["runs: run"], result.Services[0].Failure!.LastLines.Where(l => l.StartsWith("runs", StringComparison.Ordinal)));
        Assert.DoesNotContain(events.Events, e => e is ServiceRecovering);
    }

    /// <summary>BuildKit gives the failure of a step that builds share to all of them; a retry while one of them is under way would get it too.</summary>
    [EngineFact]
    public async Task Services_that_share_the_failed_step_are_all_built()
    {
        build.With("compose.yml", Services).With("Dockerfile", Unpacking.Replace("ARG NAME\n", "", StringComparison.Ordinal) + "\nARG NAME\nRUN echo ${NAME} ID\n").With("Poison", Poison);
        await build.BuildAsync(1, "poison");
        var (result, _) = await build.BuildAsync(1, "api", "worker");
        Assert.True(result.IsSuccess, string.Join('\n', result.Services.Select(s => s.Failure?.Message)));
        Assert.Contains(result.Services, s => s.IsRecovered);
    }
}
