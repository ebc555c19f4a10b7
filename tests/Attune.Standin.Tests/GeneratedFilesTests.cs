namespace Attune.Standin.Tests;

/// <summary>Files in the repository that the build writes itself must be committed as it writes them.</summary>
public class GeneratedFilesTests
{
    [Theory]
    [InlineData(".github/workflows/ci.yml", "GenerateWorkflows", "./build.sh GenerateWorkflows")]
    [InlineData(".nuke/build.schema.json", "--help", "./build.sh --help")]
    public async Task Are_up_to_date(string file, string arguments, string remedy)
    {
        using var root = Root();
        using var run = await BuildAsync(root, arguments);

        Assert.True(
            await File.ReadAllTextAsync(Path.Combine(root.Path, file)) == await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, file)),
            $"{file} is stale: run {remedy}");
    }

    [Fact]
    public async Task The_list_of_targets_and_parameters_is_what_help_says()
    {
        using var root = Root();
        using var run = await BuildAsync(root, "--help --no-logo");

        var page = $"# Targets and parameters\n\nWhat `./build.sh --help` prints. Targets come first, then options: `./build.sh CacheWarm BuildAll --max-parallel 4`.\n\n```\n{run.Output.Trim()}\n```\n";
        await Verifier.VerifyFile(page, Path.Combine(RepositoryRoot.Path, "docs", "targets.md"));
    }

    [Fact]
    public async Task Every_target_has_a_description()
    {
        using var root = Root();
        using var run = await BuildAsync(root, "--help --no-logo");

        var lines = run.Output.Split("Parameters:")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        var targets = lines.Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, t => Assert.StartsWith("    ", lines[lines.IndexOf(t) + 1], StringComparison.Ordinal));
    }

    private static TempDirectory Root()
    {
        var root = new TempDirectory();
        root.Write(".nuke/parameters.json", "{}");
        root.Write("build.cmd", "");
        Directory.CreateDirectory(Path.Combine(root.Path, ".github", "workflows"));
        return root;
    }

    private static async Task<ProcessRun> BuildAsync(TempDirectory root, string arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var build = Path.Combine(RepositoryRoot.Path, "build", "bin", configuration, "_build.dll");
        var run = await ProcessRun.Start("dotnet", root.Path, [build, .. arguments.Split(' ')]).Finished();
        Assert.Equal(0, run.ExitCode);
        return run;
    }
}
