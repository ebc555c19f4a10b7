using Attune.Builds.Events;

namespace Attune.Builds.Tests.Engine;

/// <summary>Building on a real engine.</summary>
[Trait("Kind", "Engine")]
public sealed class BuildTests(BuildFixture build) : IClassFixture<BuildFixture>
{
    private const string Services = """
        services:
          one: { image: "attune-test/ID-one", build: { context: ., args: { NAME: one } } }
          two: { image: "attune-test/ID-two", build: { context: ., args: { NAME: two } } }
        """;

    private const string Dockerfile = """
        FROM attune-test/busybox:1
        ARG NAME
        COPY ${NAME} /data
        RUN echo building ${NAME} ID && cat /data > /result
        CMD ["cat", "/result"]
        """;

    [EngineFact]
    public async Task Builds_every_service_and_finds_everything_cached_the_second_time()
    {
        build.With("compose.yml", Services).With("Dockerfile", Dockerfile).With("one", "1").With("two", "2");
        var first = await build.BuildAsync();
        Assert.All(first.Services, s => Assert.Equal(ServiceOutcome.Built, s.Outcome));
        Assert.Contains($"building two {build.Id}", build.OutputOf("two"), StringComparison.Ordinal);

        var second = await build.BuildAsync();
        Assert.All(second.Services, s => Assert.Equal(ServiceOutcome.Cached, s.Outcome));
        Assert.Equal(first.Services.Select(s => s.Image!.Id), second.Services.Select(s => s.Image!.Id));
        Assert.Equal(0, build.FilesSentFor("one"));

        var run = await build.Containers.RunAsync(new($"attune-test/{build.Id}-one", [], TimeSpan.FromSeconds(30)), CancellationToken.None);
        Assert.Equal("1", run.Output.Trim());
    }

    [EngineFact]
    public async Task Rebuilds_only_the_service_that_changed_and_sends_only_what_changed()
    {
        build.With("compose.yml", Services).With("Dockerfile", Dockerfile).With("one", "a").With("two", "b");
        var before = await build.BuildAsync();
        build.With("two", "a longer text");
        var after = await build.BuildAsync();
        Assert.Equal(before.Services[0].Image!.Id, after.Services[0].Image!.Id);
        Assert.NotEqual(before.Services[1].Image!.Id, after.Services[1].Image!.Id);
        Assert.Equal([0L, 1L], [build.FilesSentFor("one"), build.FilesSentFor("two")]);
    }

    [EngineFact]
    public async Task No_cache_runs_every_step_again_and_keeps_the_cache_mounts()
    {
        build.With("compose.yml", "services: { counts: { build: . } }").With("Dockerfile", """
            FROM attune-test/busybox:1
            RUN --mount=type=cache,target=/ID,sharing=locked echo x >> /ID/runs && echo runs: $(cat /ID/runs)
            """);
        await build.BuildAsync();
        Assert.Contains("runs: x\n", build.OutputOf("counts"), StringComparison.Ordinal);
        var again = await build.BuildAgainAsync();
        Assert.Equal(1, again.Services[0].Steps.Executed);
        Assert.Contains("runs: x x\n", build.OutputOf("counts"), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Identical_steps_of_services_run_once()
    {
        build.With("compose.yml", """
            services:
              one: { build: { context: ., args: { NAME: one } } }
              two: { build: { context: ., args: { NAME: two } } }
              three: { build: { context: ., args: { NAME: three } } }
            """).With("Dockerfile", """
            FROM attune-test/busybox:1 AS shared
            RUN --mount=type=cache,target=/ID-once echo x >> /ID-once/runs && sleep 1 && cp /ID-once/runs /runs
            FROM shared
            ARG NAME
            RUN echo ${NAME}: $(cat /runs)
            """);
        var result = await build.BuildAsync();
        Assert.True(result.IsSuccess);
        Assert.Contains("three: x\n", build.OutputOf("three"), StringComparison.Ordinal);
    }
}
