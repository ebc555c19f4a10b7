using Attune.Builds.Caching;
using Attune.Engines.Processes;

namespace Attune.Workflow.Tests.EndToEnd;

/// <summary>What a shell sees of a race and of an ordinary error: the process of the build, its exit code and its last words.</summary>
[Trait("Kind", "Engine")]
public sealed class RecoveredProcessTests : IDisposable
{
    // As cargo does: the crate's directory first, its .cargo-ok last, and an error where another build is between the two.
    private const string Unpacking = """
        crate=/usr/local/cargo/registry/src/index/tracing-0.1.40; \
        if [ -d $crate ] && ! [ -s $crate/.cargo-ok ]; then \
            echo "error: failed to unpack package \`tracing v0.1.40\`"; echo "  failed to open \`$crate/.cargo-ok\`"; echo "  File exists (os error 17)"; exit 101; \
        fi; \
        mkdir -p $crate && sleep 4 && echo '{"v":1}' > $crate/.cargo-ok
        """;

    private const string Compiling = "echo tried >> /usr/local/cargo/registry/tries; echo tries: $(wc -l < /usr/local/cargo/registry/tries); "
        + "echo 'error[E0425]: cannot find function `none` in this scope'; exit 101";

    private readonly TempDirectory _directory = new();
    private readonly string _mark = $"process{Guid.NewGuid():N}";

    public void Dispose() => _directory.Dispose();

    [EngineFact]
    public async Task A_race_is_named_and_mended_and_the_process_ends_with_0()
    {
        var outcome = await BuildAsync(Unpacking, "api", "worker");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Errors);
        Assert.Contains("built after recovery: cache race on /usr/local/cargo/registry (cargo)", outcome.Output, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task An_error_of_the_compiler_ends_the_process_with_1_and_is_tried_once()
    {
        var outcome = await BuildAsync(Compiling, "api");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("cannot find function `none`", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("tries: 1", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tries: 2", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("recover", outcome.Output, StringComparison.OrdinalIgnoreCase);
    }

    // Locked as it is written, so that the check lets it pass; the strategy takes the locks away.
    private async Task<ProcessOutcome> BuildAsync(string command, params string[] services)
    {
        await using var engine = (await ConnectedEngine.ConnectAsync())!;
        _directory.Write(".nuke/parameters.json", "{}");
        _directory.Write("Dockerfile", $"FROM attune-test/busybox:1\nARG SERVICE\nRUN --mount=type=cache,id={_mark},target=/usr/local/cargo/registry,sharing=locked : {_mark}; {command}\n");
        _directory.Write("compose.yml", "services:\n" + string.Concat(services.Select(s => $"  {s}: {{ image: \"attune-test/{_mark}-{s}\", build: {{ context: ., args: {{ SERVICE: {s} }} }} }}\n")));
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var build = Path.Combine(RepositoryRoot.Path, "build", "bin", configuration, "_build.dll");
        var outcome = await new ProcessRunner().RunAsync(
            new("dotnet", [build, "BuildAll", "--strategy", "Unlocked", "--max-parallel", "2", "--progress", "plain", "--engine", TestEngine.Address!, "--project-directory", _directory.Path])
            {
                WorkingDirectory = _directory.Path,
            },
            CancellationToken.None);
        await RemoveAsync(engine, services);
        return outcome;
    }

    private async Task RemoveAsync(ConnectedEngine engine, string[] services)
    {
        foreach (var service in services)
            await engine.Docker.Images.RemoveAsync($"attune-test/{_mark}-{service}", CancellationToken.None);
        await new MarkedRecords(engine.Client, _mark).RemoveAsync(CancellationToken.None);
    }
}
