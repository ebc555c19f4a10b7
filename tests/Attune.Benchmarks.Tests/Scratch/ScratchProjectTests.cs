using Attune.Benchmarks.Scratch;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Benchmarks.Tests.Scratch;

public sealed class ScratchProjectTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly ScratchProject _scratch;

    public ScratchProjectTests()
    {
        _scratch = new(Path.Combine(_directory.Path, ".nuke", "scratch"), "m1");
        _directory.Write("Dockerfile", "FROM a\nARG S\nCOPY src/$S s\nRUN --mount=type=cache,target=/c make\n");
        _directory.Write("Dockerfile.optimized", "FROM a\nCOPY * s/\nRUN make all\n");
        _directory.Write("web/Dockerfile", "FROM a\nCOPY p*e.html .\n");
        foreach (var file in new[] { "src/api/main.c", "src/worker/main.c", "src/unused/main.c", "web/page.html" })
            _directory.Write(file, "puts(\"hello\")");
        _directory.Write(".dockerignore", "x\n");
    }

    public void Dispose()
    {
        _scratch.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Copies_what_builds_ask_for_and_nothing_else()
    {
        _scratch.Write(Plan(), null);
        Assert.Equal(
            ["context-0/.dockerignore", "context-0/Dockerfile", "context-0/src/api/main.c", "context-0/src/worker/main.c", "context-1/Dockerfile", "context-1/page.html"],
            Files().Where(f => f.StartsWith("context", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_copy_is_a_project_that_builds_the_same_services_into_images_of_its_own()
    {
        _scratch.Write(Plan(), CompileOnce());
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = _scratch.Directory, Environment = new Dictionary<string, string>() }, files);
        var plan = BuildPlan.Of(project, new(_scratch.Directory), files);
        Assert.Equal(["attune-benchmark-api:m1", "attune-benchmark-worker:m1", "attune-benchmark-web:m1"], plan.Services.Select(s => s.Tags.Single()));
        Assert.Equal(["api $1", "worker $1"], plan.Services.Take(2).Select(s => string.Join(' ', s.Args.Select(a => a.Value))));
        Assert.Equal("m1-c", plan.Service("api").CacheMounts.Single().Id);
        Assert.Contains("RUN : m1 && make all", File.ReadAllText(Path.Combine(_scratch.Directory, "context-0", "Dockerfile.optimized")), StringComparison.Ordinal);
        Assert.Contains("context-0/src/unused/main.c", Files());
    }

    [Fact]
    public void Every_change_is_a_new_one_and_the_original_stays()
    {
        _scratch.Write(Plan(), null);
        _scratch.Make(new("src/api/main.c", "\"hello"), Plan());
        _scratch.Make(new("src/api/main.c", "\"hello"), Plan());
        Assert.Equal("puts(\"hello m12 m11\")", File.ReadAllText(Path.Combine(_scratch.Directory, "context-0", "src", "api", "main.c")));
        Assert.Equal("puts(\"hello\")", File.ReadAllText(Path.Combine(_directory.Path, "src", "api", "main.c")));
    }

    [Theory]
    [InlineData("src/api/main.c", "nowhere")]
    [InlineData("src/nowhere.c", "hello")]
    public void A_change_that_can_not_be_made_is_refused(string file, string text)
    {
        _scratch.Write(Plan(), null);
        Assert.Contains("x-attune.benchmark", Assert.Throws<UserErrorException>(() => _scratch.Make(new(file, text), Plan())).Advice, StringComparison.Ordinal);
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_scratch.Directory, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(_scratch.Directory, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private BuildPlan CompileOnce()
    {
        var plan = Plan();
        return BuildPlan.Of(DockerfileReplacement.Replace(plan.Project, Path.Combine(_directory.Path, "Dockerfile.optimized")), new(_directory.Path), new DiskSourceFiles());
    }

    private BuildPlan Plan()
    {
        _directory.Write("compose.yml", """
            services:
              api: { build: { context: ., args: { S: api, P: $$1 } } }
              worker: { build: { context: ., args: { S: worker, P: $$1 } } }
              web: { build: web }
            """);
        var files = new DiskSourceFiles();
        return BuildPlan.Of(ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files), new(_directory.Path), files);
    }
}
