using Attune.Compose;
using Attune.Source;

namespace Attune.Strategies.Tests;

public sealed class CompileOnceDockerfileTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("Dockerfile.optimized")]
    public void Lies_beside_the_main_one_or_is_it(string named)
    {
        var path = _directory.Write("Dockerfile.optimized", "FROM a\n");
        Assert.Equal(path, CompileOnceDockerfile.Of(Load(named), new DiskSourceFiles()));
    }

    [Theory]
    [InlineData("Dockerfile.optimized", "Dockerfile")]
    [InlineData("Dockerfile", null)]
    public void The_one_that_it_was_made_of_is_known_where_a_project_is_built_from_it(string named, string? original)
    {
        _directory.Write("Dockerfile", "FROM a\n");
        _directory.Write("Dockerfile.optimized", "FROM a\n");
        Assert.Equal(original is null ? null : Path.Combine(_directory.Path, original), CompileOnceDockerfile.FindOriginal(Load(named), new DiskSourceFiles()));
    }

    [Fact]
    public void A_project_without_one_is_told_which_file_to_write()
    {
        var refusal = Assert.Throws<UserErrorException>(() => CompileOnceDockerfile.Of(Load("Dockerfile"), new DiskSourceFiles()));
        Assert.Contains("Dockerfile.optimized isn't there", refusal.Message, StringComparison.Ordinal);
    }

    private ComposeProject Load(string dockerfile)
    {
        _directory.Write("compose.yml", $"services: {{ api: {{ build: {{ context: ., dockerfile: {dockerfile} }} }} }}");
        return ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, new DiskSourceFiles());
    }
}
