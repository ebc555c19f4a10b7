namespace Attune.Hazards.Tests.Projects;

/// <summary>Which ways to mount cargo's directories are races, and which are fine, when two services build at the same time.</summary>
public sealed class CargoLayoutTests : IDisposable
{
    private const string Build = "cargo build --bin ${SERVICE}";

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("/usr/local/cargo/registry", "/usr/local/cargo/git")]
    [InlineData("/usr/local/cargo/registry/")]
    [InlineData("/root/.cargo/registry", "/root/.cargo/git/db")]
    [InlineData("/usr/local/cargo/registry/index", "/usr/local/cargo/registry/cache", "/usr/local/cargo/git/db")]
    [InlineData("/usr/local/cargo/registry/src")]
    [InlineData("/usr/local/cargo/git/checkouts")]
    [InlineData("$CARGO_HOME/registry", "${CARGO_HOME}/git")]
    [InlineData("/usr/local/rustup")]
    public void Races(params string[] targets) =>
        Assert.Equal(string.Join(' ', targets.Select(_ => "CM001:4")), Errors(Run(Build, [.. targets.Select(t => "target=" + t)])));

    [Theory]
    [InlineData("target=/usr/local/cargo/registry,sharing=locked", "target=/usr/local/cargo/git,sharing=locked")]
    [InlineData("target=/usr/local/cargo/registry,sharing=private")]
    [InlineData("target=/usr/local/cargo/registry,id=registry-${SERVICE}")]
    [InlineData("target=/root/.cargo")]
    [InlineData("target=/root/.cargo", "target=/root/.cargo/registry", "target=/root/.cargo/git/db")]
    [InlineData("target=/src/target")]
    [InlineData("target=target")]
    [InlineData("target=/src/target/release")]
    [InlineData("target=/usr/local/cargo/registry,readonly")]
    [InlineData("target=/root/.cache/ccache", "target=/ccache")]
    public void Is_fine(params string[] mounts) => Assert.Equal("", Errors(Run(Build, mounts)));

    [Theory]
    [InlineData("CARGO_HOME=/var/cache/cargo cargo build --bin ${SERVICE}", "/var/cache/cargo")]
    [InlineData("export CARGO_HOME=/c; cargo build --bin ${SERVICE}", "/c")]
    [InlineData("CARGO_TARGET_DIR=/t cargo build --bin ${SERVICE}", "/t")]
    [InlineData("cargo build --target-dir /t --bin ${SERVICE}", "/t")]
    public void A_directory_that_cargo_locks_is_fine_wherever_it_is(string command, string target) =>
        Assert.Equal("", Errors(Run(command, ["target=" + target])));

    // The lock file is in the outer mount, so all parts of it are guarded, as long as all builds have it.
    [Fact]
    public void A_registry_inside_a_mounted_home_is_guarded_by_the_lock_of_the_home()
    {
        _project.With("compose.yml", Two);
        const string nested = "FROM debian\nCOPY {0} .\nRUN --mount=type=cache,target=/c --mount=type=cache,target=/c/registry CARGO_HOME=/c cargo build\n";
        const string alone = "FROM debian\nCOPY {0} .\nRUN --mount=type=cache,target=/c/registry CARGO_HOME=/c cargo build\n";
        Assert.Equal("", Errors(Fill(nested, "a"), Fill(nested, "b")));
        Assert.Equal("CM001:3 CM001:3", Errors(Fill(nested, "a"), Fill(alone, "b")));
        Assert.Equal("CM001:3 CM001:3", Errors(Fill(nested, "a"), Fill(nested.Replace("target=/c ", "target=/c,id=other ", StringComparison.Ordinal), "b")));
    }

    [Fact]
    public void A_variable_of_the_base_image_names_the_same_cache_as_its_value()
    {
        _project.With("compose.yml", Two);
        Assert.Equal("CM001:3 CM001:3", Errors(
            "FROM rust:1.90-slim\nCOPY a .\nRUN --mount=type=cache,target=$CARGO_HOME/registry cargo build\n",
            "FROM rust:1.90-slim\nCOPY b .\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build\n"));
    }

    // sccache's documentation: "Multiple concurrent servers will race and cause spurious build failures."
    [Fact]
    public void Two_sccache_servers_on_one_directory_race() => Assert.Equal("CM001:4", Errors(Run(
        Build, ["target=/sccache"], "ENV RUSTC_WRAPPER=sccache SCCACHE_DIR=/sccache")));

    [Fact]
    public void Two_tools_that_install_at_the_same_time_race() => Assert.Equal("CM001:4 CM001:4", Errors(Run(
        "cargo install cargo-${SERVICE}", ["target=/usr/local/cargo/registry", "target=/usr/local/cargo/git"])));

    private const string Two = """
        services:
          a: { build: { context: ., dockerfile: a.Dockerfile } }
          b: { build: { context: ., dockerfile: b.Dockerfile } }
        """;

    private static string Run(string command, IEnumerable<string> mounts, string before = "WORKDIR /src") =>
        $"FROM rust\nARG SERVICE\n{before}\nRUN {string.Join(' ', mounts.Select(m => "--mount=type=cache," + m))} {command}\n";

    private static string Fill(string text, string name) => text.Replace("{0}", name, StringComparison.Ordinal);

    private string Errors(string dockerfile) => Errors(_project.With("compose.yml", SampleProject.TwoServices).With("Dockerfile", dockerfile));

    private string Errors(string a, string b) => Errors(_project.With("a.Dockerfile", a).With("b.Dockerfile", b));

    private static string Errors(SampleProject project) =>
        string.Join(' ', project.Check().Where(f => f.Severity == Severity.Error).Select(f => $"{f.Rule}:{f.Location.Start.Line}"));
}
