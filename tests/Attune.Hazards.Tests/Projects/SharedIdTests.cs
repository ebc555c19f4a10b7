namespace Attune.Hazards.Tests.Projects;

/// <summary>One id for several directories of a tool mixes what is in them, within one step as well.</summary>
public sealed class SharedIdTests : IDisposable
{
    private readonly SampleProject _project = new();

    public SharedIdTests() => _project.With("compose.yml", "services:\n  gateway: { build: . }\n");

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("/usr/local/cargo/registry", "/usr/local/cargo/git", "cargo build --release")]
    [InlineData("/var/cache/apt", "/var/lib/apt/lists", "apt-get update && apt-get install -y curl")]
    [InlineData("/go/pkg/mod", "/root/.cache/go-build", "go build ./...")]
    public void Two_directories_of_one_tool_under_one_id_are_mixed(string first, string second, string command) =>
        Assert.Contains("CM008:3", Codes($"id=x,target={first}", $"id=x,target={second}", command), StringComparison.Ordinal);

    [Theory]
    [InlineData("id=x,target=/usr/local/cargo/registry", "id=y,target=/usr/local/cargo/git", "cargo build")]
    [InlineData("id=x,target=/root/.npm", "id=x,target=/home/node/.npm", "npm ci")]
    public void Different_ids_and_one_directory_at_two_places_are_not(string first, string second, string command) =>
        Assert.DoesNotContain("CM008", Codes(first, second, command), StringComparison.Ordinal);

    private string Codes(string first, string second, string command) => _project
        .With("Dockerfile", $"FROM buildpack-deps\nRUN --mount=type=cache,sharing=locked,{first} \\\n    --mount=type=cache,sharing=locked,{second} {command}\n").Codes();
}
