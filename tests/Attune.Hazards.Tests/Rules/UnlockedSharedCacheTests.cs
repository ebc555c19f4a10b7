namespace Attune.Hazards.Tests.Rules;

public sealed class UnlockedSharedCacheTests : IDisposable
{
    private const string TwoServices = """
        services:
          api:
            build: { context: ., args: { SERVICE: api } }
          worker:
            build: { context: ., args: { SERVICE: worker } }
        """;

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public Task Catches_a_mount_that_two_services_write_unlocked() => Verifier.Verify(_project
        .With("compose.yml", TwoServices)
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
    public void Leaves_a_project_alone_whose_mounts_are_locked() => Assert.Empty(_project
        .With("compose.yml", TwoServices)
        .With("Dockerfile", "FROM rust\nRUN --mount=type=cache,target=/c,sharing=locked make\n")
        .Describe());

    [Fact]
    public void Leaves_a_cache_alone_that_each_service_has_for_itself() => Assert.Empty(_project
        .With("compose.yml", TwoServices)
        .With("Dockerfile", "FROM rust\nARG SERVICE\nRUN --mount=type=cache,id=target-${SERVICE},target=/c make\n")
        .Describe());

    [Fact]
    public void Leaves_a_cache_alone_that_others_only_read() => Assert.Empty(_project
        .With("compose.yml", "services: { a: { build: { context: ., target: writes } }, b: { build: { context: ., target: reads } } }")
        .With("Dockerfile", """
            FROM rust AS writes
            RUN --mount=type=cache,target=/c make
            FROM rust AS reads
            RUN --mount=type=cache,target=/c,readonly make
            """)
        .Describe());

    [Fact]
    public void Leaves_stages_alone_that_no_service_builds() => Assert.Empty(_project
        .With("compose.yml", TwoServices)
        .With("Dockerfile", """
            FROM rust AS unused
            RUN --mount=type=cache,target=/c make
            FROM rust
            RUN make
            """)
        .Describe());
}
