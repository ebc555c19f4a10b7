using Attune.Compose;
using Attune.Source;

namespace Attune.Projects.Tests;

public sealed class DockerfileReplacementTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public DockerfileReplacementTests()
    {
        _directory.Write("Dockerfile", "FROM a\n");
        _directory.Write("Dockerfile.fast", "FROM b\n");
        _directory.Write("web/Dockerfile", "FROM c\n");
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Services_of_the_main_Dockerfile_are_built_from_the_other_one_and_the_rest_from_theirs()
    {
        var project = Load("services: { web: { build: web }, api: { build: . }, worker: { build: . }, db: { image: db } }");
        var replaced = BuildPlan.Of(DockerfileReplacement.Replace(project, Path.Combine(_directory.Path, "Dockerfile.fast")), new(_directory.Path), new DiskSourceFiles());
        Assert.Equal([("web", "c"), ("api", "b"), ("worker", "b")], replaced.Services.Select(s => (s.Name, s.Resolved!.BaseImages.Single())));
        Assert.All(replaced.Services, s => Assert.Null(s.DockerfileText));
    }

    [Theory]
    [InlineData("services: { web: { build: web }, api: { build: . } }", "web/Dockerfile")]
    [InlineData("services: { web: { build: web }, api: { build: . }, worker: { build: . } }", "Dockerfile")]
    [InlineData("services: { api: { build: { context: ., dockerfile_inline: FROM a } }, far: { build: 'https://example.com/a.git' } }", null)]
    public void The_main_Dockerfile_is_the_one_that_most_services_name(string compose, string? main) =>
        Assert.Equal(main is null ? null : Path.Combine(_directory.Path, main), DockerfileReplacement.MainDockerfile(Load(compose)));

    [Fact]
    public void A_project_without_a_Dockerfile_to_replace_is_told_so()
    {
        var project = Load("services: { far: { build: 'https://example.com/a.git' } }");
        Assert.Throws<UserErrorException>(() => DockerfileReplacement.Replace(project, "/Dockerfile"));
    }

    private ComposeProject Load(string compose)
    {
        _directory.Write("compose.yml", compose);
        return ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, new DiskSourceFiles());
    }
}
