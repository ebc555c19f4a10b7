using Attune.Compose;
using Attune.Projects;
using Attune.Source;
using Attune.Strategies.Fetching;

namespace Attune.Strategies.Tests.Fetching;

public sealed class FetchPlanTests : IDisposable
{
    private const string Compose = "services: { api: { build: { context: ., args: { S: api } } }, worker: { build: { context: ., args: { S: worker } } } }";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Each_service_fetches_into_the_mounts_of_its_own_step_and_nothing_after_it_is_built()
    {
        var fetch = FetchPlan.Of(
            Plan("FROM rust AS build\nARG S\nCOPY src/$S .\nRUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \\\n    cargo build --bin $S\nFROM debian\nCOPY --from=build /a /\n"), "m1");
        Assert.Equal(["api", "worker"], fetch.Fetches.Services.Select(s => s.Name));
        Assert.Equal(
            "FROM rust AS build\nARG S\nCOPY src/$S .\nRUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \\\n    : attune-fetch-m1 && "
            + "cargo fetch --target \"$(rustc -vV | sed -n 's/^host: //p')\"\n",
            fetch.Fetches.Services[0].DockerfileText);
        Assert.Equal(["src/api", "src/worker"], fetch.Fetches.Services.SelectMany(s => s.Resolved!.ContextPaths.Paths));
        Assert.Empty(fetch.Built);
    }

    [Fact]
    public void Caches_that_nothing_fetches_into_are_filled_by_the_first_service_that_has_them()
    {
        var fetch = FetchPlan.Of(Plan("FROM a\nARG S\nRUN --mount=type=cache,id=p,target=/p npm ci\nRUN --mount=type=cache,id=g,target=/g gradle $S\n"), "m");
        Assert.Equal((2, "api", "/g"), (fetch.Fetches.Services.Length, fetch.Built.Single(), fetch.Unfetched.Single()));
    }

    [Fact]
    public void A_cache_that_an_earlier_step_fills_on_the_way_needs_no_fetch_of_its_own()
    {
        var fetch = FetchPlan.Of(Plan("FROM a\nRUN --mount=type=cache,id=g,target=/g gradle\nRUN --mount=type=cache,id=p,target=/p npm ci\n"), "m");
        Assert.Empty(fetch.Built);
    }

    [Fact]
    public void Each_step_with_caches_is_fetched_for()
    {
        var fetch = FetchPlan.Of(Plan("FROM a\nRUN --mount=type=cache,id=p,target=/p npm ci\nRUN --mount=type=cache,id=c,target=/c cargo build\n"), "m");
        Assert.Equal(["api", "api, step 2", "worker", "worker, step 2"], fetch.Fetches.Services.Select(s => s.Name));
    }

    [Theory]
    [InlineData("FROM a\nRUN make\n")]
    [InlineData("FROM a\nRUN --mount=type=cache,target=/c,sharing=private make\n")]
    public void A_project_without_common_caches_needs_nothing(string dockerfile)
    {
        var fetch = FetchPlan.Of(Plan(dockerfile), "m");
        Assert.Empty(fetch.Fetches.Services);
        Assert.Empty(fetch.Built);
    }

    private BuildPlan Plan(string dockerfile)
    {
        _directory.Write("Dockerfile", dockerfile);
        _directory.Write("compose.yml", Compose);
        var files = new DiskSourceFiles();
        return BuildPlan.Of(ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files), new(_directory.Path), files);
    }
}
