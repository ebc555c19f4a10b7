namespace Attune.Hazards.Tests.Tools;

/// <summary>
/// What is said of each tool's cache in the same four settings: two services at once with an unlocked, a locked and a private mount, and one
/// service alone. An error stands only where builds are known to have failed.
/// </summary>
public sealed class ToolTruthTests : IDisposable
{
    private const string Broken = "error CM001, nothing, info CM013";
    private const string Guess = "warning CM001, nothing, info CM013";
    private const string Hint = "info CM001, nothing, info CM013";
    private const string Fine = "nothing, info CM007, info CM013";

    private readonly SampleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("/root/.npm", "npm ci", Fine)]
    [InlineData("/pnpm/store", "pnpm install --frozen-lockfile", Fine)]
    [InlineData("/root/.local/share/pnpm/store", "pnpm install", Fine)]
    [InlineData("/usr/local/share/.cache/yarn", "yarn install --frozen-lockfile", Broken)]
    [InlineData("/root/.yarn/berry/cache", "yarn install --immutable", Fine)]
    [InlineData("/usr/local/share/.cache/yarn", "yarn install --immutable", Fine)]
    [InlineData("/root/.bun/install/cache", "bun install", Fine)]
    [InlineData("/root/.cache/pip", "pip install -r requirements.txt", Hint)]
    [InlineData("/root/.cache/uv", "uv sync", Fine)]
    [InlineData("/root/.cache/pypoetry", "poetry install", Broken)]
    [InlineData("/go/pkg/mod", "go mod download", Fine)]
    [InlineData("/root/.cache/go-build", "go build ./...", Fine)]
    [InlineData("/root/.m2", "mvn package", Broken)]
    [InlineData("/root/.m2/repository", "mvn -Daether.syncContext.named.factory=file-lock package", Fine)]
    [InlineData("/root/.gradle", "./gradlew build", Broken)]
    [InlineData("/root/.gradle/wrapper", "./gradlew --version", Fine)]
    [InlineData("/root/.nuget/packages", "dotnet restore", Broken)]
    [InlineData("/root/.local/share/NuGet/v3-cache", "dotnet restore", Broken)]
    [InlineData("/root/.composer/cache", "composer install", Guess)]
    [InlineData("/tmp/cache", "composer install", Guess)]
    [InlineData("/usr/local/bundle", "bundle install", Fine)]
    [InlineData("/var/cache/apk", "apk add git", Guess)]
    [InlineData("/var/cache/dnf", "dnf install -y git", Guess)]
    [InlineData("/var/cache/yum", "yum install -y git", Guess)]
    [InlineData("/var/cache/zypp", "zypper install git", Guess)]
    [InlineData("/root/.cache/bazel", "bazel build //...", Broken)]
    [InlineData("/c", "make", Guess)]
    public void Two_services_with_an_unlocked_a_locked_and_a_private_cache(string target, string command, string expected) => Assert.Equal(
        expected,
        string.Join(", ", new[] { "", ",sharing=locked", ",sharing=private" }.Select(sharing => Said(SampleProject.TwoServices, target + sharing, command))));

    [Theory]
    [InlineData("/root/.m2", "mvn package")]
    [InlineData("/usr/local/share/.cache/yarn", "yarn install")]
    [InlineData("/root/.nuget/packages", "dotnet restore")]
    [InlineData("/c", "make")]
    public void One_service_alone_with_a_locked_cache(string target, string command) =>
        Assert.Equal("nothing", Said("services: { app: { build: . } }", target + ",sharing=locked", command));

    [Theory]
    [InlineData("/var/cache/apk", "apk add --no-cache git")]
    [InlineData("/root/.cache/pip", "pip install --no-cache-dir flask")]
    [InlineData("/root/.nuget/packages", "dotnet publish --no-restore -c Release")]
    public void A_tool_that_is_told_to_leave_its_cache_alone(string target, string command) =>
        Assert.Equal("nothing", Said(SampleProject.TwoServices, target, command));

    [Fact]
    public void An_option_of_one_command_does_not_speak_for_the_next() =>
        Assert.Equal("warning CM001", Said(SampleProject.TwoServices, "/var/cache/apk", "apk add --no-cache git && apk add curl"));

    // https://github.com/awkoy/notion-mcp-server/pull/9
    [Theory]
    [InlineData("npm ci && npm cache clean --force")]
    [InlineData("npm ci && rm -rf /root/.npm/*")]
    [InlineData("npm ci && rm -rf ~/.npm /tmp/x")]
    public void A_safe_cache_that_somebody_empties(string command) =>
        Assert.Equal("error CM001", Said(SampleProject.TwoServices, "/root/.npm", command));

    [Fact]
    public void Logs_in_a_cache_may_be_removed() =>
        Assert.Equal("nothing", Said(SampleProject.TwoServices, "/root/.npm", "npm ci && rm -rf /root/.npm/_logs"));

    [Fact]
    public void Everybody_who_uses_a_cache_that_one_stage_empties_is_told()
    {
        var findings = _project
            .With("compose.yml", "services: { app: { build: . } }")
            .With("Dockerfile", """
                FROM node AS build
                COPY . .
                RUN --mount=type=cache,target=/root/.npm npm ci
                FROM node
                RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev && npm cache clean --force
                COPY --from=build /dist /dist
                """)
            .Check();
        Assert.Equal([3, 5], findings.Select(f => f.Location.Start.Line));
        Assert.All(findings, f => Assert.Contains("'npm cache clean' at Dockerfile:5 empties it", f.Message, StringComparison.Ordinal));
        Assert.All(findings, f => Assert.StartsWith("Leave 'npm cache clean' out", f.Advice, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_stages_of_one_build_that_both_install_with_npm_are_fine() => Assert.Equal("", _project
        .With("compose.yml", "services: { app: { build: . } }")
        .With("Dockerfile", """
            FROM node AS build
            COPY . .
            RUN --mount=type=cache,target=/root/.npm npm ci
            FROM node
            RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
            COPY --from=build /dist /dist
            """)
        .Codes());

    // https://github.com/docker/buildx/issues/549
    [Fact]
    public void An_index_of_apk_has_the_same_name_on_every_platform() => Assert.Equal("CM008", string.Join(' ', _project
        .With("compose.yml", "services: { app: { build: { context: ., platforms: [linux/amd64, linux/arm64] } } }")
        .With("Dockerfile", "FROM alpine\nRUN --mount=type=cache,target=/var/cache/apk,sharing=locked apk add git\n")
        .Check().Select(f => f.Rule).Distinct()));

    private string Said(string compose, string mount, string command)
    {
        var findings = _project
            .With("compose.yml", compose)
            .With("Dockerfile", $"FROM base\nARG SERVICE\nRUN --mount=type=cache,target={mount} {command}\n")
            .Check();
        return findings is [] ? "nothing" : string.Join(" + ", findings.Select(f => $"{f.Severity.ToString().ToLowerInvariant()} {f.Rule}"));
    }
}
