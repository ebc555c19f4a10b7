using Attune.Hazards.Repair;
using Attune.Workflow.Failures;
using Attune.Workflow.Settings;
using Xunit.Abstractions;

namespace Attune.Workflow.Tests.EndToEnd;

/// <summary>This project with every lock taken out of its Dockerfile, and with what <c>FixLockedMounts</c> makes of that, safely and with unsafe fixes.</summary>
[Trait("Kind", "Engine")]
public sealed class RacingVariantTests(ITestOutputHelper output) : IDisposable
{
    private const int Trials = 3;
    private const int TwentyMinutes = 20 * 60_000;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [RustFact(Timeout = TwentyMinutes)]
    public async Task Builds_fail_without_locks_and_none_fails_after_either_repair()
    {
        Copy("src/services", "src/web");
        _directory.Write("docker-compose.yml", (await OwnTextAsync("docker-compose.yml")).Replace("Dockerfile.optimized", "Dockerfile", StringComparison.Ordinal));
        var racing = (await OwnTextAsync("Dockerfile")).Replace(",sharing=locked", "", StringComparison.Ordinal);
        _directory.Write("racing.Dockerfile", racing);
        foreach (var safety in new[] { FixSafety.Safe, FixSafety.Unsafe })
        {
            _directory.Write("Dockerfile", racing);
            var host = new TestHost(_directory.Path);
            await using var workflow = new AttuneWorkflow(Settings(safety), host.Create());
            await Assert.ThrowsAsync<WorkflowFailedException>(workflow.VerifyLockedMountsAsync);
            await workflow.FixLockedMountsAsync();
            var fixedAt = host.Output.Length;
            await workflow.VerifyLockedMountsAsync();
            Assert.DoesNotMatch(": (error|warning) CM", host.Output[fixedAt..]);
            await workflow.PrepareBaseImagesAsync();
            if (await Record.ExceptionAsync(workflow.BuildAllAsync) is { } fault)
                Assert.Fail($"{fault.Message}\n{host.Output}");
            File.Copy(Path.Combine(_directory.Path, "Dockerfile"), Path.Combine(_directory.Path, $"{safety}.Dockerfile"));
        }

        var failed = await RaceAsync("racing.Dockerfile", "Safe.Dockerfile", "Unsafe.Dockerfile");
        Assert.DoesNotMatch("^0/", failed["racing.Dockerfile"]);
        Assert.Matches("^0/", failed["Safe.Dockerfile"]);
        Assert.Matches("^0/", failed["Unsafe.Dockerfile"]);
    }

    private async Task<Dictionary<string, string>> RaceAsync(params string[] dockerfiles)
    {
        var host = new TestHost(_directory.Path);
        var settings = Settings(FixSafety.Safe);
        await using var workflow = new AttuneWorkflow(
            settings with { Project = settings.Project with { Services = [], Dockerfiles = dockerfiles }, Race = new() { Trials = Trials } }, host.Create());
        await workflow.PrepareBaseImagesAsync();
        var summary = await workflow.RaceLabAsync();
        output.WriteLine(host.Output);
        foreach (var (name, failed) in summary.Facts)
            output.WriteLine($"{name}: {failed}");
        return summary.Facts.ToDictionary();
    }

    private static Task<string> OwnTextAsync(string file) => File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, file));

    private void Copy(params string[] paths)
    {
        foreach (var path in paths)
            foreach (var file in Files(Path.Combine(RepositoryRoot.Path, path)))
                _directory.Write(Path.GetRelativePath(RepositoryRoot.Path, file), File.ReadAllText(file));
    }

    private static IEnumerable<string> Files(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}target{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private WorkflowSettings Settings(FixSafety fixes) => new(_directory.Path)
    {
        Engine = TestEngine.Address,
        Project = new() { Services = ["api", "notifier"] },
        Check = new() { Fixes = fixes },
    };
}
