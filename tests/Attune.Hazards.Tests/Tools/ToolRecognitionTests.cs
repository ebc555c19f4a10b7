using Attune.Hazards.Facts;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Tests.Tools;

public sealed class ToolRecognitionTests : IDisposable
{
    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("/usr/local/cargo/registry", "cargo build", "cargo's registry: Unsafe")]
    [InlineData("/usr/local/cargo/git", "cargo fetch", "cargo's git checkouts: Unsafe")]
    [InlineData("/root/.cargo", "cargo build", "cargo's home: Safe")]
    [InlineData("/app/target", "cargo build", "cargo's target directory: Safe")]
    [InlineData("/app/target", "mvn package", ": Unknown")]
    [InlineData("/root/.cargo/registry/index", "cargo build", "cargo's registry index: Unsafe")]
    [InlineData("/var/cache/apt", "apt-get update", "apt's package cache: Unsafe")]
    [InlineData("/var/lib/apt/lists", "apt-get update", "apt's package lists: Unsafe")]
    [InlineData("/root/.cache/pip", "pip install x", "pip's cache: Mostly")]
    [InlineData("/home/app/.cache/uv", "uv sync", "uv's cache: Safe")]
    [InlineData("/root/.cache/pypoetry", "poetry install", "poetry's cache: Unsafe")]
    [InlineData("/root/.npm", "npm ci", "npm's cache: Safe")]
    [InlineData("/pnpm/store", "pnpm install", "pnpm's store: Safe")]
    [InlineData("/usr/local/share/.cache/yarn", "yarn install", "yarn's cache: Unsafe")]
    [InlineData("/go/pkg/mod", "go build ./...", "go's module cache: Safe")]
    [InlineData("/root/.cache/go-build", "go build ./...", "go's build cache: Safe")]
    [InlineData("/root/.m2", "mvn package", "maven's local repository: Unsafe")]
    [InlineData("/home/gradle/.gradle", "gradle build", "gradle's user home: Unsafe")]
    [InlineData("/root/.nuget/packages", "dotnet restore", "nuget's packages: Unsafe")]
    [InlineData("/usr/local/bundle", "bundle install", "bundler's bundle path: Safe")]
    [InlineData("/root/.ccache", "make", "ccache's cache: Safe")]
    [InlineData("/root/.cache/sccache", "cargo build", "sccache's local cache: Unsafe")]
    [InlineData("/whatever", "make", ": Unknown")]
    public void Recognises_a_tool_by_path(string path, string command, string expected) => Assert.Equal(expected, Recognise("", path, command));

    [Theory]
    [InlineData("ENV CARGO_HOME=/cargo", "/cargo", "cargo build", "cargo's home: Safe")]
    [InlineData("ENV CARGO_HOME=/cargo", "/cargo/registry", "cargo build", "cargo's registry: Unsafe")]
    [InlineData("ARG UV_CACHE_DIR=/uv", "/uv", "uv sync", "uv's cache: Safe")]
    [InlineData("ENV GOMODCACHE=/m", "/m", "go build", "go's module cache: Safe")]
    [InlineData("", "/m", "GOMODCACHE=/m go build", "go's module cache: Safe")]
    [InlineData("", "/m", "export CARGO_HOME=\"/m\" && cargo build", "cargo's home: Safe")]
    [InlineData("ENV GOMODCACHE=$ELSEWHERE", "/m", "go build", ": Unknown")]
    public void Recognises_a_tool_by_a_variable(string instruction, string path, string command, string expected) =>
        Assert.Equal(expected, Recognise(instruction, path, command));

    [Theory]
    [InlineData("/t", "cargo build --target-dir /t", "cargo's target directory: Safe")]
    [InlineData("/p", "pip install --cache-dir=/p x", "pip's cache: Mostly")]
    [InlineData("/r", "mvn -Dmaven.repo.local=/r package", "maven's local repository: Unsafe")]
    [InlineData("/p", "other --cache-dir=/p x", ": Unknown")]
    public void Recognises_a_tool_by_an_option(string path, string command, string expected) => Assert.Equal(expected, Recognise("", path, command));

    [Theory]
    [InlineData("/root/.cache", "pip install x", "pip's cache: Mostly")]
    [InlineData("/root/.cache", "pip install poetry && poetry install", "poetry's cache: Unsafe")]
    [InlineData("/root", "cargo build", "cargo's home: Safe")]
    [InlineData("/root/.cache", "make", ": Unknown")]
    public void Takes_the_least_safe_tool_of_a_whole_directory(string path, string command, string expected) =>
        Assert.Equal(expected, Recognise("", path, command));

    [Fact]
    public void Every_fact_has_a_source() => Assert.All(ToolCatalog.Tools.SelectMany(t => t.Directories), directory =>
    {
        Assert.NotEmpty(directory.Sources);
        Assert.All(directory.Sources, s => Assert.StartsWith("https://", s, StringComparison.Ordinal));
    });

    private string Recognise(string instruction, string path, string command)
    {
        var facts = ProjectFacts.Of(_project
            .With("compose.yml", "services: { app: { build: . } }")
            .With("Dockerfile", $"FROM scratch\n{instruction}\nRUN --mount=type=cache,target={path} {command}\n")
            .Plan());
        var tool = Assert.Single(facts.Caches).Uses[0].Tool;
        return $"{tool.Describe()}: {tool.Safety}";
    }
}
