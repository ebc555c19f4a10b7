using Attune.Engines.Embedded;
using Attune.Engines.Finding;
using Attune.Source;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.EngineUse;

/// <summary>The engine that a checkout's builds run on.</summary>
internal sealed class CheckoutEngine(string rootDirectory, string? choice, WorkflowHost host)
{
    private readonly EmbeddedEngineLayout _layout = EmbeddedEngineLayout.Of(rootDirectory);

    /// <summary>Finds an engine; starts the embedded one when there is no other.</summary>
    /// <exception cref="UserErrorException">There is none and none can be started here.</exception>
    public Task<EngineInfo> EnsureAsync(CancellationToken cancellationToken)
    {
        var finder = new EngineFinder(host.Machine, _layout.Socket);
        return new EngineAccess(finder, Embedded(), host.Console.Announce).RequireAsync(choice, cancellationToken);
    }

    /// <summary>The engine that is there; null when none is, or when there is something to say about a place that was tried.</summary>
    public async Task<EngineInfo?> FindAsync(CancellationToken cancellationToken)
    {
        var search = await new EngineFinder(host.Machine, _layout.Socket).FindAsync(choice, cancellationToken);
        return search.Tried.Any(t => t.Presence == EnginePresence.Unusable) ? null : search.Engine;
    }

    /// <summary>As <see cref="FindAsync"/>; null also when the user's choice can't be reached, which is said where an engine is needed.</summary>
    public async Task<EngineInfo?> FindQuietlyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(cancellationToken);
        }
        catch (UserErrorException)
        {
            return null;
        }
    }

    /// <summary>Stops the embedded engine. Never touches another one.</summary>
    public Task<StopOutcome> StopAsync(CancellationToken cancellationToken) => Embedded().StopAsync(cancellationToken);

    private EmbeddedEngine Embedded() => new(_layout, host.Machine, host.Console.Announce, host.Time);
}
