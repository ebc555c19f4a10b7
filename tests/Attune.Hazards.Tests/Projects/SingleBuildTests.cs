namespace Attune.Hazards.Tests.Projects;

/// <summary>What is said of a Dockerfile that nothing builds twice at the same time, as far as the project tells.</summary>
public sealed class SingleBuildTests : IDisposable
{
    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("FROM rust\nRUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/usr/local/cargo/git cargo build\n", "Info CM015:2")]
    [InlineData("FROM debian\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\n", "Info CM015:2")]
    [InlineData("FROM rust\nRUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked cargo build\n", "")]
    [InlineData("FROM rust\nRUN --mount=type=cache,target=/root/.cargo cargo build\n", "")]
    [InlineData("FROM alpine\nRUN --mount=type=cache,target=/c make\n", "")]
    public void A_Dockerfile_that_is_built_alone_is_no_error(string text, string expected) => Assert.Equal(expected, Check(text));

    // https://github.com/netflector/netflector/pull/41, https://github.com/ome-projects/ome/pull/676
    [Theory]
    [InlineData("FROM rust\nARG TARGETARCH\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build\n", "Warning CM015:3")]
    [InlineData("FROM --platform=$BUILDPLATFORM rust\nARG TARGETPLATFORM\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build\n", "Warning CM015:3")]
    [InlineData("FROM rust\nARG TARGETARCH\nRUN --mount=type=cache,target=/usr/local/cargo/registry,id=r-$TARGETARCH cargo build\n", "")]
    [InlineData("FROM rust\nARG TARGETARCH\nRUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked cargo build\n", "")]
    [InlineData("FROM --platform=$BUILDPLATFORM rust\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo fetch\nARG TARGETARCH\n", "Info CM015:2")]
    public void A_Dockerfile_for_several_platforms_is_warned_of_what_they_share(string text, string expected) => Assert.Equal(expected, Check(text));

    // https://github.com/0xMiden/node/pull/2386: BIN chooses what is built; a lock that all builds of one BIN take guards what has its id.
    [Theory]
    [InlineData("target=/usr/local/cargo/registry", "Warning CM015:3")]
    [InlineData("target=/usr/local/cargo/registry,id=r-${BIN}", "")]
    [InlineData("target=/usr/local/cargo/registry --mount=type=cache,target=/src/target,sharing=locked", "")]
    [InlineData("target=/usr/local/cargo/registry --mount=type=cache,target=/src/target,id=t-$BIN,sharing=locked", "Warning CM015:3")]
    public void A_Dockerfile_with_an_argument_that_chooses_the_program_is_built_for_each(string mounts, string expected) =>
        Assert.Equal(expected, Check($"FROM rust\nARG BIN\nRUN --mount=type=cache,{mounts} cargo build --release --bin \"${{BIN}}\"\n"));

    // https://github.com/tensorzero/tensorzero/pull/3194: builds with different flags met in one cache.
    [Theory]
    [InlineData("ARG CARGO_BUILD_FLAGS=\"\"", "cargo build --profile performance -p gateway $CARGO_BUILD_FLAGS && cp -r target /release", "Warning CM015:3")]
    [InlineData("ARG FEATURES", "cargo build --features ${FEATURES}", "Warning CM015:3")]
    [InlineData("ARG PROFILE=release", "cargo build --profile ${PROFILE}", "Info CM015:3")]
    [InlineData("ARG CARGO_BUILD_FLAGS", "cargo build && echo $CARGO_BUILD_FLAGS", "Info CM015:3")]
    public void A_Dockerfile_with_an_argument_for_options_is_built_with_several(string argument, string command, string expected) =>
        Assert.Equal(expected, Check($"FROM rust\n{argument}\nRUN --mount=type=cache,id=gateway,sharing=shared,target=/usr/local/cargo/registry {command}\n"));

    [Fact]
    public void A_stage_that_another_starts_from_does_not_race_with_itself() => Assert.Equal("Info CM015:4 Info CM015:6 Info CM015:8", Check("""
        FROM rust AS chef
        FROM chef AS cook
        COPY recipe.json .
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo chef cook
        FROM cook AS build
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build
        FROM build AS test
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo test
        FROM scratch
        COPY --from=build /app /
        """));

    [Theory]
    [InlineData("ARG RUST_VERSION\nFROM rust:${RUST_VERSION}-slim")]
    [InlineData("ARG BASE\nFROM $BASE")]
    [InlineData("ARG KIND\nFROM scratch AS runtime_a\nFROM runtime_${KIND}")]
    public void What_arguments_leave_open_is_no_fault(string from) => Assert.EndsWith(
        "Error CM001", string.Join(' ', _project
            .With("a.Dockerfile", from + "\nCOPY a .\nRUN --mount=type=cache,target=/usr/local/cargo/git cargo build\n")
            .With("b.Dockerfile", from + "\nCOPY b .\nRUN --mount=type=cache,target=/usr/local/cargo/git cargo build\n")
            .CheckDockerfiles("a.Dockerfile", "b.Dockerfile").Where(f => f.Severity == Severity.Error).Select(f => $"{f.Severity} {f.Rule}")), StringComparison.Ordinal);

    [Fact]
    public void Steps_that_two_stages_have_in_common_run_once() => Assert.Equal("Info CM015:3", Check("""
        FROM rust AS api
        COPY . .
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build
        FROM rust AS worker
        COPY . .
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build
        """));

    [Fact]
    public void Stages_of_one_build_that_do_not_need_each_other_race() => Assert.Equal("Error CM001:2 Warning CM002:2 Error CM001:4 Warning CM002:4", Check("""
        FROM rust AS api
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build --bin api
        FROM rust AS worker
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build --bin worker
        FROM debian
        COPY --from=api /api /
        COPY --from=worker /worker /
        """));

    // Development and production, test and release: who builds both at once says so.
    [Fact]
    public void Targets_of_one_Dockerfile_may_be_alternatives() => Assert.Equal("Warning CM001:2 Warning CM002:2 Warning CM001:4 Warning CM002:4", Check("""
        FROM rust AS api
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build --bin api
        FROM rust AS worker
        RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build --bin worker
        """));

    [Fact]
    public void Several_Dockerfiles_are_built_at_the_same_time()
    {
        const string text = "FROM rust\nCOPY {0} .\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build\n";
        _project.With("a.Dockerfile", text.Replace("{0}", "a", StringComparison.Ordinal)).With("b.Dockerfile", text.Replace("{0}", "b", StringComparison.Ordinal));
        Assert.Equal(2, _project.CheckDockerfiles("a.Dockerfile", "b.Dockerfile").Count(f => f is { Rule: "CM001", Severity: Severity.Error }));
    }

    private string Check(string dockerfile) => string.Join(
        ' ', _project.With("Dockerfile", dockerfile).CheckDockerfiles("Dockerfile").Select(f => $"{f.Severity} {f.Rule}:{f.Location.Start.Line}"));
}
