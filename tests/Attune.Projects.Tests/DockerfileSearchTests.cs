using Attune.Source;

namespace Attune.Projects.Tests;

public sealed class DockerfileSearchTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("Containerfile")]
    [InlineData("Dockerfile.dev")]
    [InlineData("api.Dockerfile")]
    [InlineData("services/api/api.dockerfile")]
    [InlineData(".devcontainer/Dockerfile")]
    [InlineData("build/Dockerfile")]
    public void Finds_a_Dockerfile_by_its_name(string path) => Assert.Equal([path], FindWith(path));

    [Theory]
    [InlineData("dockerfile.txt")]
    [InlineData("MyDockerfile")]
    [InlineData("Dockerfile.dockerignore")]
    [InlineData("Dockerfile.j2")]
    [InlineData("Dockerfile/readme.md")]
    [InlineData(".git/Dockerfile")]
    [InlineData("web/node_modules/x/Dockerfile")]
    [InlineData("vendor/x/Dockerfile")]
    [InlineData("src/target/package/Dockerfile")]
    [InlineData("bin/Dockerfile")]
    [InlineData("obj/Dockerfile")]
    public void Leaves_out_what_is_none_or_not_the_projects_own(string path) => Assert.Empty(FindWith(path));

    [Fact]
    public void Stays_out_of_checkouts_inside_this_one()
    {
        _directory.Write(".git/HEAD", "");
        _directory.Write("libs/other/.git", "gitdir: elsewhere");
        _directory.Write("libs/other/Dockerfile", "");
        Assert.Equal(["Dockerfile"], FindWith("Dockerfile"));
    }

    [Fact]
    public void Follows_no_links()
    {
        _directory.Write("api/Dockerfile", "");
        Directory.CreateSymbolicLink(Path.Combine(_directory.Path, "loop"), _directory.Path);
        File.CreateSymbolicLink(Path.Combine(_directory.Path, "Dockerfile.linked"), "api/Dockerfile");
        Assert.Equal(["api/Dockerfile"], Find());
    }

    [Fact]
    public void Gives_them_in_one_order_on_every_machine()
    {
        foreach (var path in new[] { "b/Dockerfile", "a/Dockerfile", "Dockerfile", "a.Dockerfile" })
            _directory.Write(path, "");
        Assert.Equal(["Dockerfile", "a.Dockerfile", "a/Dockerfile", "b/Dockerfile"], Find());
    }

    private IEnumerable<string> FindWith(string path)
    {
        _directory.Write(path, "");
        return Find();
    }

    private IEnumerable<string> Find() =>
        DockerfileSearch.Find(_directory.Path, new DiskSourceFiles()).Select(p => Path.GetRelativePath(_directory.Path, p));
}
