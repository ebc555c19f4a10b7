using System.Collections.Immutable;
using System.Text;
using Attune.Caches.Inspection;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Source;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Projects;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Caches;

/// <summary>The project's caches on the engine in use, and the ledger of this checkout.</summary>
internal sealed class ProjectCaches(EngineConnection connection, WorkflowSettings settings, WorkflowHost host, ProjectAccess project)
{
    private readonly string _ledger = Path.Combine(settings.StateDirectory, "caches", "ledger.json");

    /// <summary>Asks the engine, and remembers what it says of this project.</summary>
    public Task<CacheInventory> ReadAsync(CancellationToken cancellationToken) =>
        ReadAsync(ProjectCache.Of(project.Plan(project.Request.On(connection.Engine))), cancellationToken);

    /// <summary>Asks the engine about the caches of a plan.</summary>
    public async Task<CacheInventory> ReadAsync(ImmutableArray<ProjectCache> mounted, CancellationToken cancellationToken)
    {
        var now = host.Time.GetUtcNow();
        var ledger = await LedgerAsync(cancellationToken);
        var inventory = await CacheInventory.ReadAsync(await connection.ClientAsync(cancellationToken), mounted, ledger, now, cancellationToken);
        Remember(ledger.With(inventory.Caches, now));
        return inventory;
    }

    /// <summary>Remembers which record a cache has, as a look into it showed; engines before 25 don't tell.</summary>
    public async Task RememberAsync(CacheContents contents, CancellationToken cancellationToken) =>
        Remember((await LedgerAsync(cancellationToken)).With(contents, host.Time.GetUtcNow()));

    private async Task<CacheLedger> LedgerAsync(CancellationToken cancellationToken) =>
        File.Exists(_ledger) ? CacheLedger.Parse(await File.ReadAllTextAsync(_ledger, cancellationToken)) : new();

    private void Remember(CacheLedger ledger) => WholeFile.Write(_ledger, Encoding.UTF8.GetBytes(ledger.ToJson()));
}
