using System.Collections.Immutable;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Projects;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Caches;

/// <summary>The project's caches on the engine in use, and the ledger of this checkout.</summary>
internal sealed class ProjectCaches(EngineConnection connection, WorkflowSettings settings, WorkflowHost host, ProjectAccess project)
{
    private readonly string _ledger = Path.Combine(settings.RootDirectory, ".nuke", "temp", "caches", "ledger.json");

    /// <summary>The caches that the project's builds mount on this engine.</summary>
    public ImmutableArray<ProjectCache> Mounted => ProjectCache.Of(project.Plan(project.Request.On(connection.Engine)));

    /// <summary>Asks the engine, and remembers what it says of this project.</summary>
    public async Task<CacheInventory> ReadAsync(CancellationToken cancellationToken)
    {
        var now = host.Time.GetUtcNow();
        var ledger = File.Exists(_ledger) ? CacheLedger.Parse(await File.ReadAllTextAsync(_ledger, cancellationToken)) : new();
        var inventory = await CacheInventory.ReadAsync(await connection.ClientAsync(cancellationToken), Mounted, ledger, now, cancellationToken);
        await RememberAsync(ledger.With(inventory.Caches, now));
        return inventory;
    }

    private async Task RememberAsync(CacheLedger ledger)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_ledger)!);
        var written = $"{_ledger}.{Environment.ProcessId}";
        await File.WriteAllTextAsync(written, ledger.ToJson(), CancellationToken.None);
        File.Move(written, _ledger, overwrite: true);
    }
}
