namespace Attune.Standin.Tests;

/// <summary>Files in the repository that the build writes itself must be committed as it writes them.</summary>
public class GeneratedFilesTests
{
    [Theory]
    [InlineData(".github/workflows/ci.yml", "--generate-configuration GitHubActions_ci --host GitHubActions", "./build.sh GenerateWorkflows")]
    [InlineData(".nuke/build.schema.json", "--help", "./build.sh --help")]
    public async Task Are_up_to_date(string file, string arguments, string remedy)
    {
        using var root = new TempDirectory();
        root.Write(".nuke/parameters.json", "{}");
        root.Write("build.cmd", "");
        Directory.CreateDirectory(Path.Combine(root.Path, ".github", "workflows"));
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var build = Path.Combine(RepositoryRoot.Path, "build", "bin", configuration, "_build.dll");

        using var run = await ProcessRun.Start("dotnet", root.Path, [build, .. arguments.Split(' ')]).Finished();

        Assert.Equal(0, run.ExitCode);
        Assert.True(
            await File.ReadAllTextAsync(Path.Combine(root.Path, file)) == await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, file)),
            $"{file} is stale: run {remedy}");
    }
}
