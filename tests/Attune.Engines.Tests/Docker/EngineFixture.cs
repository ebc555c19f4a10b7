using Attune.Engines.Docker;
using Attune.Engines.Embedded;
using Attune.Engines.Finding;

namespace Attune.Engines.Tests.Docker;

/// <summary>One engine with one image for all tests of the class; in a path with a space, as a checkout may have.</summary>
public sealed class EngineFixture : IAsyncLifetime, IDisposable
{
    public const string Image = "attune-test/busybox:1";

    private readonly TempDirectory _directory = new();
    private EmbeddedEngine? _engine;
    private DockerEngine? _docker;

    public DockerEngine Docker => _docker!;

    public EngineInfo Info { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (new EngineFactAttribute().Skip is not null)
            return;
        var checkout = Directory.CreateDirectory(Path.Combine(_directory.Path, "check out")).FullName;
        _engine = new EmbeddedEngine(EmbeddedEngineLayout.Of(checkout), TestMachine.Surroundings, _ => { }, TimeProvider.System);
        Info = await _engine.StartAsync(CancellationToken.None);
        _docker = new DockerEngine(Info.Endpoint);
        using var tar = BusyBox.Tar();
        await Docker.Images.ImportAsync(tar, Image, ["ENV GREETING=hello", "CMD [\"/bin/sh\", \"-c\", \"echo $GREETING\"]"], CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (_engine is not null)
            await _engine.StopAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _docker?.Dispose();
        _directory.Dispose();
    }
}
