using Attune.BuildKit;
using Attune.BuildKit.Session.Auth;
using Attune.Builds;
using Attune.Engines.Docker;
using Attune.Engines.Finding;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.EngineUse;

/// <summary>The connections to the engine in use, opened when they are first needed and shared by all targets of a run.</summary>
internal sealed class EngineConnection(EngineInfo engine, WorkflowHost host) : IAsyncDisposable
{
    private DockerEngine? _docker;
    private BuildKitClient? _client;

    public EngineInfo Engine { get; } = engine;

    /// <summary>Images and containers; null for a buildkitd.</summary>
    public DockerEngine? Docker => Engine.Endpoint.Kind == EndpointKind.DockerEngine ? _docker ??= new(Engine.Endpoint) : null;

    public async Task<BuildKitClient> ClientAsync(CancellationToken cancellationToken) =>
        _client ??= await BuildKitClient.ConnectAsync(Engine.Endpoint, new() { Clock = host.Time }, cancellationToken);

    public async Task<BuildEngine> BuildEngineAsync(CancellationToken cancellationToken) =>
        new(Engine, await ClientAsync(cancellationToken), Docker?.Images)
        {
            Machine = host.MachineId,
            Credentials = new DockerConfigCredentials(
                Path.Combine(host.Machine.DockerConfigDirectory, "config.json"), host.Variables.GetValueOrDefault("PATH", ""), new Warnings(host.Console.Warn)),
        };

    public async ValueTask DisposeAsync()
    {
        _docker?.Dispose();
        if (_client is not null)
            await _client.DisposeAsync();
    }

    private sealed class Warnings(Action<string> warn) : IProgress<string>
    {
        public void Report(string value) => warn(value);
    }
}
