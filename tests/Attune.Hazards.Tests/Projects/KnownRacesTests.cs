namespace Attune.Hazards.Tests.Projects;

/// <summary>
/// Races that public projects hit and repaired, each rebuilt as a small project: the place is found before, and there is no error after.
/// </summary>
public sealed class KnownRacesTests : IDisposable
{
    private const string TwoDockerfiles = """
        services:
          api: { build: { context: ., dockerfile: api.Dockerfile } }
          worker: { build: { context: ., dockerfile: worker.Dockerfile } }
        """;

    private const string TwoPlatforms = "services: { app: { build: { context: ., platforms: [linux/amd64, linux/arm64] } } }";

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    // https://github.com/base/base/pull/851
    [Fact]
    public void Several_Rust_services_with_an_unlocked_git_cache()
    {
        _project.With("compose.yml", TwoDockerfiles);
        Assert.Equal("CM001:3 CM001:4 CM001:3 CM001:4", Errors(Rust("", "api"), Rust("", "worker")));
        Assert.Equal("", Errors(Rust(",sharing=locked", "api"), Rust(",sharing=locked", "worker")));
    }

    // https://github.com/docker/docs/pull/25616
    [Fact]
    public void The_layout_of_the_Rust_guide_before_and_after()
    {
        _project.With("compose.yml", TwoDockerfiles);
        const string after = "FROM rust\nENV CARGO_HOME=/var/cache/cargo\nCOPY . .\nRUN --mount=type=cache,target=/var/cache/cargo cargo build --bin ";
        Assert.NotEqual("", Errors(Rust("", "api"), Rust("", "worker")));
        Assert.Equal("", Errors(after + "api\n", after + "worker\n"));
    }

    // https://github.com/hook0/hook0/pull/20: private copies cost downloads, and hurt nobody.
    [Fact]
    public void Platforms_of_one_image_until_each_has_a_copy()
    {
        _project.With("compose.yml", TwoPlatforms);
        Assert.Equal("CM001:3", Error("FROM rust\nCOPY . .\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build\n"));
        Assert.Equal("", Error("FROM rust\nCOPY . .\nRUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=private cargo build\n"));
        Assert.Equal("", Error("FROM rust\nARG TARGETARCH\nCOPY . .\nRUN --mount=type=cache,id=registry-$TARGETARCH,target=/usr/local/cargo/registry cargo build\n"));
    }

    // https://github.com/chitoku-k/HomoChecker/pull/1684, https://github.com/moby/buildkit/issues/1662
    [Fact]
    public void Two_images_that_install_packages_with_apt()
    {
        _project.With("compose.yml", TwoDockerfiles);
        Assert.Equal("CM001:2 CM001:2", Errors(Apt("", "curl"), Apt("", "git")));
        Assert.Equal("", Errors(Apt(",sharing=locked", "curl"), Apt(",sharing=locked", "git")));
    }

    // https://github.com/NuGet/Home/issues/14089
    [Fact]
    public void Parallel_restores_into_one_package_folder()
    {
        _project.With("compose.yml", TwoDockerfiles);
        const string restore = "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY . .\nRUN --mount=type=cache,target=/root/.nuget/packages{0} dotnet restore {1}\n";
        Assert.Equal("CM001:3 CM001:3", Errors(Fill(restore, "", "api"), Fill(restore, "", "worker")));
        Assert.Equal("", Errors(Fill(restore, ",sharing=locked", "api"), Fill(restore, ",sharing=locked", "worker")));
    }

    // https://github.com/ai-dynamo/dynamo/pull/8983 and 9133: locked, then shared again. Both are fine.
    [Fact]
    public void A_tool_that_is_made_for_several_writers()
    {
        _project.With("compose.yml", TwoDockerfiles);
        const string sync = "FROM python\nCOPY . .\nRUN --mount=type=cache,target=/root/.cache/uv{0} uv sync --package {1}\n";
        Assert.Equal("", Errors(Fill(sync, "", "api"), Fill(sync, "", "worker")));
        Assert.Equal("", Errors(Fill(sync, ",sharing=locked", "api"), Fill(sync, ",sharing=locked", "worker")));
    }

    // A fix that forgot one of the Dockerfiles.
    [Fact]
    public void A_lock_in_one_of_two_Dockerfiles()
    {
        _project.With("compose.yml", TwoDockerfiles);
        Assert.Equal("CM003:3 CM003:4", Errors(Rust(",sharing=locked", "api"), Rust("", "worker")));
    }

    // https://github.com/DataDog/datadog-lambda-extension/pull/1369: cargo waits for itself in a shared target directory.
    [Fact]
    public void A_target_directory_that_cargo_locks()
    {
        _project.With("compose.yml", TwoDockerfiles);
        const string build = "FROM rust\nCOPY . .\nRUN --mount=type=cache,target=/src/target{0} cargo build --bin {1} && cp target/release/{1} /\n";
        Assert.Equal("", Errors(Fill(build, "", "api"), Fill(build, "", "worker")));
    }

    private static string Rust(string sharing, string service) => Fill(
        "FROM rust\nCOPY . .\nRUN --mount=type=cache,target=/usr/local/cargo/registry{0} \\\n    --mount=type=cache,target=/usr/local/cargo/git{0} \\\n    cargo build --bin {1}\n",
        sharing, service);

    private static string Apt(string sharing, string package) =>
        Fill("FROM debian:trixie\nRUN --mount=type=cache,target=/var/cache/apt{0} apt-get update && apt-get install -y {1}\n", sharing, package);

    private static string Fill(string text, string sharing, string name) =>
        text.Replace("{0}", sharing, StringComparison.Ordinal).Replace("{1}", name, StringComparison.Ordinal);

    private string Errors(string api, string worker) => Errors(_project.With("api.Dockerfile", api).With("worker.Dockerfile", worker));

    private string Error(string dockerfile) => Errors(_project.With("Dockerfile", dockerfile));

    private static string Errors(SampleProject project) =>
        string.Join(' ', project.Check().Where(f => f.Severity == Severity.Error).Select(f => $"{f.Rule}:{f.Location.Start.Line}"));
}
