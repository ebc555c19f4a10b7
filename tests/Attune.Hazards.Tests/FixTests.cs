using Attune.Hazards.Repair;

namespace Attune.Hazards.Tests;

public sealed class FixTests : IDisposable
{
    private const string Rust = "FROM rust\nARG SERVICE\n";

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("--mount=type=cache,target=/c", "--mount=type=cache,target=/c,sharing=locked")]
    [InlineData("--mount=type=cache,target=/c,sharing=shared", "--mount=type=cache,target=/c,sharing=locked")]
    [InlineData("--mount=type=cache,sharing=Shared,target=/c", "--mount=type=cache,sharing=locked,target=/c")]
    [InlineData("--mount=\"type=cache,target=/c\"", "--mount=\"type=cache,target=/c,sharing=locked\"")]
    [InlineData("--mount=type=cache,target=\"/c\"", "--mount=type=cache,target=\"/c\",sharing=locked")]
    public void A_lock_changes_the_sharing_option_and_nothing_else(string before, string after) => Assert.Equal(
        $"# A comment\r\nFROM alpine\r\nARG SERVICE\r\nRUN\t{after}  \\\r\n  # another\r\n\tmake\r\n",
        Fix($"# A comment\r\nFROM alpine\r\nARG SERVICE\r\nRUN\t{before}  \\\r\n  # another\r\n\tmake\r\n"));

    [Fact]
    public void A_fixed_project_is_clean()
    {
        Fix("FROM alpine\nARG SERVICE\nRUN --mount=type=cache,target=/c --mount=type=cache,target=/d,sharing=shared make\n");
        Assert.Equal("", _project.Describe());
    }

    [Theory]
    [InlineData(
        "RUN --mount=type=cache,target=/usr/local/cargo/registry \\\n    --mount=type=cache,target=/usr/local/cargo/git \\\n    --mount=type=cache,target=/src/target \\\n    cargo build --bin $SERVICE\n",
        "RUN --mount=type=cache,target=/var/cache/cargo \\\n    --mount=type=cache,target=/src/target \\\n    export CARGO_HOME=/var/cache/cargo && cargo build --bin $SERVICE\n")]
    [InlineData(
        "RUN --mount=target=/x,type=bind --mount=type=cache,target=/usr/local/cargo/git/db,id=g --mount=target=/usr/local/cargo/registry,type=cache,id=r  cargo fetch\n",
        "RUN --mount=target=/x,type=bind --mount=type=cache,id=g-home,target=/var/cache/cargo export CARGO_HOME=/var/cache/cargo && cargo fetch\n")]
    [InlineData(
        "RUN --mount=type=cache,target=/home/u/.cargo/registry,uid=1000 <<EOF\ncargo build\nEOF\n",
        "RUN --mount=type=cache,target=/var/cache/cargo,uid=1000 <<EOF\nexport CARGO_HOME=/var/cache/cargo\ncargo build\nEOF\n")]
    [InlineData(
        "RUN --mount=type=cache,target=/usr/local/cargo/registry cargo install sqlx-cli\n",
        "RUN --mount=type=cache,target=/var/cache/cargo export CARGO_HOME=/var/cache/cargo CARGO_INSTALL_ROOT=/usr/local/cargo && cargo install sqlx-cli\n")]
    [InlineData(
        "RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked cargo fetch\nRUN --mount=type=cache,id=x,target=/usr/local/cargo/git cargo build\n",
        "RUN --mount=type=cache,id=x-home,target=/var/cache/cargo export CARGO_HOME=/var/cache/cargo && cargo fetch\n" +
        "RUN --mount=type=cache,id=x-home,target=/var/cache/cargo export CARGO_HOME=/var/cache/cargo && cargo build\n")]
    public void Who_allows_it_gets_one_mount_for_the_whole_cargo_home(string before, string after)
    {
        Assert.Equal(Rust + after, Fix(Rust + before, FixSafety.Unsafe));
        Assert.Equal("", _project.Describe());
    }

    // The parts are locked instead: a shell that isn't one, a command that needs the old home, options that make the parts differ.
    [Theory]
    [InlineData("target=/usr/local/cargo/registry [\"cargo\", \"build\"]")]
    [InlineData("target=/usr/local/cargo/registry ls /usr/local/cargo/registry/src && cargo build")]
    [InlineData("target=/usr/local/cargo/registry CARGO_HOME=/usr/local/cargo cargo build")]
    [InlineData("target=/usr/local/cargo/registry cargo binstall sccache")]
    [InlineData("target=/usr/local/cargo/registry cargo build\nRUN echo > $CARGO_HOME/config.toml")]
    [InlineData("target=/usr/local/cargo/registry,uid=1 --mount=type=cache,target=/usr/local/cargo/git cargo build")]
    [InlineData("target=/usr/local/cargo/registry <<A<<B")]
    [InlineData("target=/usr/local/cargo/registry <<EOF\n#!/usr/bin/env python3\nimport os\nos.system('cargo build')\nEOF")]
    public void Where_that_is_not_possible_the_parts_are_locked(string run)
    {
        var text = Fix(Rust + "RUN --mount=type=cache," + run + "\n", FixSafety.Unsafe);
        Assert.Contains(",sharing=locked", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/var/cache/cargo", text, StringComparison.Ordinal);
        Assert.Equal("", _project.Describe());
    }

    [Fact]
    public void Nothing_is_fixed_inside_a_compose_file() => Assert.All(
        _project.With("compose.yml", """
            x-build: &build { context: ., dockerfile_inline: "FROM alpine\nARG X\nRUN --mount=type=cache,target=/c make" }
            services:
              a: { build: { <<: *build, args: { X: a } } }
              b: { build: { <<: *build, args: { X: b } } }
            """).Check(),
        finding => Assert.Null(finding.Fix));

    private string Fix(string dockerfile, FixSafety safety = FixSafety.Safe)
    {
        _project.With("compose.yml", SampleProject.TwoServices).With("Dockerfile", dockerfile);
        var text = Assert.Single(FixedFile.Apply(_project.Check(), safety)).Text;
        _project.With("Dockerfile", text);
        return text;
    }
}
