using Attune.Engines.Embedded;
using Attune.Engines.Finding;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.EngineUse;

/// <summary>The engine that this run works with: found once, started when there is none and this machine allows it.</summary>
internal sealed class EngineAccess(string rootDirectory, string? choice, WorkflowHost host)
{
    private EngineInfo? _engine;

    /// <summary>The engine in use, or null when there is none; starts nothing.</summary>
    public async Task<EngineInfo?> FindAsync(CancellationToken cancellationToken) =>
        _engine ??= (await SearchAsync(cancellationToken)).Engine;

    /// <summary>The engine in use; starts the embedded one when there is no other.</summary>
    /// <exception cref="Source.UserErrorException">There is none and none can be started here.</exception>
    public async Task<EngineInfo> EnsureAsync(CancellationToken cancellationToken)
    {
        if (_engine is not null)
            return _engine;
        var search = await SearchAsync(cancellationToken);
        if (search.Engine is null && !CanEmbed)
            throw search.NoEngine("Start Docker, or name an engine with --engine unix:///path/to.sock");
        return _engine = search.Engine ?? await Embedded().StartAsync(cancellationToken);
    }

    /// <summary>Stops the embedded engine. Never touches another one.</summary>
    public Task<StopOutcome> StopAsync(CancellationToken cancellationToken)
    {
        _engine = null;
        return Embedded().StopAsync(cancellationToken);
    }

    private bool CanEmbed => host.Machine is { System: HostSystem.Linux, Privilege: HostPrivilege.Root };

    private EmbeddedEngineLayout Layout => EmbeddedEngineLayout.Of(rootDirectory);

    private EmbeddedEngine Embedded() => new(Layout, host.EngineSurroundings, host.Console.Announce, host.Time);

    private Task<EngineSearch> SearchAsync(CancellationToken cancellationToken) =>
        new EngineFinder(host.EngineSurroundings, Layout.Socket).FindAsync(choice, cancellationToken);
}
