namespace Attune.Hazards.Tests;

/// <summary>Which builds count as running at the same time.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public Task Services_are_concurrent() => Verifier.Verify(_project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", """
            FROM rust
            ARG SERVICE
            RUN --mount=type=cache,target=/usr/local/cargo/registry \
                --mount=type=cache,target=/usr/local/cargo/git,sharing=private \
                --mount=type=cache,target=/build/target,sharing=locked \
                cargo build --bin ${SERVICE}
            """)
        .Describe());

    [Fact]
    public void A_single_service_for_a_single_platform_is_alone() => Assert.Equal("", _project
        .With("compose.yml", "services: { app: { build: . } }")
        .With("Dockerfile", "FROM rust\nRUN --mount=type=cache,target=/c make\n")
        .Codes());

    [Fact]
    public void The_same_step_of_all_services_runs_once() => Assert.Equal("", _project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", """
            FROM rust AS build
            COPY . .
            RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build
            FROM scratch
            ARG SERVICE
            COPY --from=build /out/${SERVICE} /
            """)
        .Codes());

    [Fact]
    public void Equal_texts_in_two_Dockerfiles_are_the_same_step() => Assert.Equal("", _project
        .With("compose.yml", "services: { a: { build: { context: ., dockerfile: a.Dockerfile } }, b: { build: { context: ., dockerfile: b.Dockerfile } } }")
        .With("a.Dockerfile", "FROM alpine\nRUN --mount=type=cache,target=/c make\nCOPY a /\n")
        .With("b.Dockerfile", "FROM alpine\nRUN --mount=type=cache,target=/c make\nCOPY b /\n")
        .Codes());

    [Fact]
    public void A_step_below_a_COPY_from_another_context_is_another_step() => Assert.Equal("CM001:3", _project
        .With("compose.yml", "services: { a: { build: { context: a, dockerfile: ../Dockerfile } }, b: { build: { context: b, dockerfile: ../Dockerfile } } }")
        .With("a/x", "").With("b/x", "")
        .With("Dockerfile", "FROM alpine\nCOPY . .\nRUN --mount=type=cache,target=/c make\n")
        .Codes());

    [Fact]
    public void An_ARG_declared_before_makes_another_step_even_unused() => Assert.Equal("CM001:3", _project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", "FROM alpine\nARG SERVICE\nRUN --mount=type=cache,target=/c make\n")
        .Codes());

    [Fact]
    public void An_ARG_declared_after_makes_none() => Assert.Equal("", _project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", "FROM alpine\nRUN --mount=type=cache,target=/c make\nARG SERVICE\nRUN make ${SERVICE}\n")
        .Codes());

    [Fact]
    public void Platforms_of_one_service_are_concurrent() => Assert.Equal("CM001:2", _project
        .With("compose.yml", "services: { app: { build: { context: ., platforms: [linux/amd64, linux/arm64] } } }")
        .With("Dockerfile", "FROM alpine\nRUN --mount=type=cache,target=/c make\n")
        .Codes());

    [Fact]
    public void A_step_on_the_build_platform_runs_once_for_all_platforms() => Assert.Equal("", _project
        .With("compose.yml", "services: { app: { build: { context: ., platforms: [linux/amd64, linux/arm64] } } }")
        .With("Dockerfile", "FROM --platform=$BUILDPLATFORM alpine\nRUN --mount=type=cache,target=/c make\n")
        .Codes());

    [Fact]
    public void Stages_that_do_not_need_each_other_are_concurrent() => Assert.Equal("CM001:2 CM001:4", _project
        .With("compose.yml", "services: { app: { build: . } }")
        .With("Dockerfile", """
            FROM alpine AS one
            RUN --mount=type=cache,target=/c make one
            FROM alpine AS two
            RUN --mount=type=cache,target=/c make two
            FROM scratch
            COPY --from=one /x /
            COPY --from=two /x /
            """)
        .Codes());

    [Theory]
    [InlineData("FROM one AS two")]
    [InlineData("FROM alpine AS two\nCOPY --from=one /x /")]
    [InlineData("FROM alpine AS two\nRUN --mount=from=one,target=/x true")]
    public void A_stage_that_needs_another_comes_after_it(string second) => Assert.Equal("", _project
        .With("compose.yml", "services: { app: { build: . } }")
        .With("Dockerfile", $"FROM alpine AS one\nRUN --mount=type=cache,target=/c make one\n{second}\nRUN --mount=type=cache,target=/c make two\n")
        .Codes());

    [Fact]
    public void A_service_whose_image_another_starts_from_comes_first() => Assert.Equal("", _project
        .With("compose.yml", """
            services:
              base: { build: { context: ., target: base } }
              app: { build: { context: ., additional_contexts: { base: "service:base" } } }
            """)
        .With("Dockerfile", "FROM alpine AS base\nRUN --mount=type=cache,target=/c make base\nFROM base\nRUN --mount=type=cache,target=/c make app\n")
        .Codes());

    [Fact]
    public void Depends_on_orders_no_builds() => Assert.Equal("CM001:3", _project
        .With("compose.yml", """
            services:
              a: { build: { context: ., args: { X: a } } }
              b: { build: { context: ., args: { X: b } }, depends_on: [a] }
            """)
        .With("Dockerfile", "FROM alpine\nARG X\nRUN --mount=type=cache,target=/c make\n")
        .Codes());

    [Fact]
    public void A_cache_of_each_service_is_no_hazard() => Assert.Equal("", _project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", "FROM rust\nARG SERVICE\nRUN --mount=type=cache,id=target-${SERVICE},target=/c make\n")
        .Codes());

    [Fact]
    public void Readers_are_no_writers() => Assert.Equal("", _project
        .With("compose.yml", "services: { a: { build: { context: ., target: writes } }, b: { build: { context: ., target: reads } } }")
        .With("Dockerfile", "FROM rust AS writes\nRUN --mount=type=cache,target=/c make\nFROM rust AS reads\nRUN --mount=type=cache,target=/c,readonly make\n")
        .Codes());

    [Fact]
    public void Stages_that_no_service_builds_do_not_count() => Assert.Equal("", _project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", "FROM rust AS unused\nARG SERVICE\nRUN --mount=type=cache,target=/c make\nFROM rust\nRUN make\n")
        .Codes());

    [Fact]
    public void A_mount_that_only_another_lock_guards_is_a_warning() =>
        Assert.Equal(Severity.Warning, Only("--mount=type=cache,target=/a,sharing=locked --mount=type=cache,target=/root/.m2 mvn package").Severity);

    [Fact]
    public void A_cache_that_a_known_tool_would_damage_is_refused()
    {
        var finding = Only("--mount=type=cache,target=/root/.m2 mvn package");
        Assert.Equal((Severity.Error, Confidence.High, true), (finding.Severity, finding.Confidence, finding.IsRefused));
    }

    [Fact]
    public void A_cache_of_an_unknown_tool_is_a_guess_and_refuses_nothing()
    {
        var finding = Only("--mount=type=cache,target=/c make");
        Assert.Equal((Severity.Warning, Confidence.Low, false), (finding.Severity, finding.Confidence, finding.IsRefused));
    }

    private Finding Only(string run) => Assert.Single(_project
        .With("compose.yml", SampleProject.TwoServices)
        .With("Dockerfile", $"FROM alpine\nARG SERVICE\nRUN {run}\n")
        .Check());
}
