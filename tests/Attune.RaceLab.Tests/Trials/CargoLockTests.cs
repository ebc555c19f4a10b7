using Attune.Builds;
using Attune.Builds.Running;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.RaceLab.Tests.Trials;

/// <summary>What CM001 and CM007 say of cargo's target directory: cargo locks it, inside of it, so builds that share it unlocked wait and both succeed.</summary>
[Trait("Kind", "Engine")]
public sealed class CargoLockTests : IAsyncLifetime
{
    private const string Dockerfile = """
        FROM attune/rust:trixie
        WORKDIR /src
        RUN mkdir src && printf '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml && echo 'fn main() {}' > src/main.rs && \
            echo 'fn main() { std::thread::sleep(std::time::Duration::from_secs(8)); }' > build.rs
        ARG SERVICE
        RUN --mount=type=cache,id=ID,target=/src/target : $SERVICE; cargo build --offline
        """;

    private readonly TempDirectory _directory = new();
    private ConnectedEngine? _engine;

    public async Task InitializeAsync() => _engine = await ConnectedEngine.ConnectAsync();

    public async Task DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
        _directory.Dispose();
    }

    [RustFact]
    public async Task Two_builds_in_one_target_directory_wait_for_each_other_and_both_succeed()
    {
        _directory.Write("Dockerfile", Dockerfile.Replace("ID", Guid.NewGuid().ToString("N"), StringComparison.Ordinal));
        _directory.Write("compose.yml", "services:\n  api: { build: { context: ., args: { SERVICE: api } } }\n  worker: { build: { context: ., args: { SERVICE: worker } } }\n");
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(new() { CurrentDirectory = _directory.Path, Environment = new Dictionary<string, string>() }, files);
        var words = new StepOutputText();
        var options = new BuildOptions(LayerCachePolicy.Use, BasePullPolicy.Missing) { Images = ImagePolicy.Discard };
        var result = await new ProjectBuilder(_engine!.Builds, TimeProvider.System).BuildAsync(
            BuildPlan.Of(project, new(_directory.Path), files), options, new(2, FailurePolicy.Continue), words, CancellationToken.None);
        Assert.True(result.IsSuccess, words.Text);
        Assert.Single(words.Text.Split('\n'), l => l.Contains("waiting for file lock on build directory", StringComparison.Ordinal));
    }
}
