using Attune.Builds.Events;

namespace Attune.Builds.Tests.Engine;

/// <summary>What a build section can ask for, on a real engine.</summary>
[Trait("Kind", "Engine")]
public sealed class ComposeFeatureTests(BuildFixture build) : IClassFixture<BuildFixture>
{
    [EngineFact]
    public async Task A_Dockerfile_written_into_the_compose_file_is_built()
    {
        build.With("compose.yml", """
            services:
              inline:
                build:
                  context: .
                  dockerfile_inline: |
                    FROM attune-test/busybox:1
                    COPY given /given
                    RUN echo $(cat /given) ID
            """).With("given", "from the context");
        await Succeeds();
        Assert.Contains($"from the context {build.Id}", build.OutputOf("inline"), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Secrets_reach_the_step_and_nothing_else()
    {
        build.With("compose.yml", """
            services: { app: { build: { context: ., secrets: [token, key] } } }
            secrets: { token: { environment: TOKEN }, key: { file: ./key.txt } }
            """).With("key.txt", "open sesame").With("Dockerfile", """
            FROM attune-test/busybox:1
            RUN --mount=type=secret,id=token --mount=type=secret,id=key echo ID; sha256sum /run/secrets/token /run/secrets/key
            """);
        await Succeeds();
        var output = build.OutputOf("app");
        Assert.Contains("f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", string.Concat(build.Sink.Events.Select(e => e.ToString())), StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Hosts_shared_memory_labels_and_ignored_files_are_as_compose_says()
    {
        build.With("compose.yml", """
            services:
              app:
                image: attune-test/ID-app
                build:
                  context: .
                  labels: { a.label: of its own }
                  extra_hosts: ["db.example:10.1.2.3"]
                  shm_size: 128m
                  tags: ["attune-test/ID-app:more"]
            """).With(".dockerignore", "*.log\n!kept.log\n").With("a.log", "x").With("kept.log", "x").With("Dockerfile", """
            FROM attune-test/busybox:1
            COPY . /all
            RUN echo ID; ls /all; cat /etc/hosts
            """);
        var result = await Succeeds();
        var output = build.OutputOf("app");
        Assert.Contains("kept.log", output, StringComparison.Ordinal);
        Assert.DoesNotContain("a.log", output.Replace("a.label", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("10.1.2.3\tdb.example", output, StringComparison.Ordinal);
        var image = await build.Images.FindAsync($"attune-test/{build.Id}-app:more", CancellationToken.None);
        Assert.Equal(result.Services[0].Image!.Id, image!.Id);
        Assert.Equal("of its own", image.Labels["a.label"]);
    }

    [EngineFact]
    public async Task Services_that_start_from_another_ones_image_are_built_after_it()
    {
        build.With("compose.yml", """
            services:
              app: { build: { context: ., dockerfile: app.Dockerfile, additional_contexts: { base: "service:base", more: ./more } } }
              base: { image: "attune-test/ID-base", build: { context: ., dockerfile: base.Dockerfile } }
            """).With("base.Dockerfile", "FROM attune-test/busybox:1\nRUN echo made by base ID > /base\n")
            .With("app.Dockerfile", "FROM base\nCOPY --from=more file /more\nRUN cat /base /more\n").With("more/file", "and more");
        if (build.IsOlderThanNamedContexts)
            return;
        await Succeeds();
        Assert.Contains($"made by base {build.Id}\nand more", build.OutputOf("app"), StringComparison.Ordinal);
    }

    private async Task<BuildResult> Succeeds()
    {
        var result = await build.BuildAsync();
        Assert.Null(result.Services.FirstOrDefault(s => s.Failure is not null)?.Failure?.Message);
        return result;
    }
}
