using System.Collections.Immutable;
using Attune.Archives.Keys;
using Attune.Archives.Storage;
using Attune.Builds.Caching;
using Attune.Caches.Inventory;
using Attune.Caches.Mounts;
using Attune.Projects;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Settings;

namespace Attune.Workflow.Caches;

/// <summary>What saving and restoring have in common: which caches, under which key, in which store.</summary>
internal sealed class ArchiveContext
{
    private ArchiveContext(BuildPlan plan, ArchivePlace place, string platform, string key) => (Plan, Place, Platform, Key) = (plan, place, platform, key);

    public BuildPlan Plan { get; }

    /// <summary>Where the archives are.</summary>
    public ArchivePlace Place { get; }

    public ArchiveStore Store => Place.Store;

    public string Platform { get; }

    public string Key { get; }

    /// <summary>The caches that are meant, with their records on the engine.</summary>
    public required ImmutableArray<ProjectCache> Caches { get; init; }

    /// <summary>What the engine has.</summary>
    public required CacheInventory Inventory { get; init; }

    /// <summary>Gets into caches.</summary>
    public required CacheVisitor Visitor { get; init; }

    /// <summary>Reads the project and asks the engine.</summary>
    public static async Task<ArchiveContext> OpenAsync(
        ProjectCaches caches, EngineConnection connection, WorkflowSettings settings, BuildPlan plan, CancellationToken cancellationToken)
    {
        var archive = settings.Archive;
        var platform = $"{connection.Engine.OsType}/{connection.Engine.Architecture}";
        var key = archive.Key is { } given ? ArchiveKey.Checked(given) : ArchiveKey.Of(plan, platform, LockFiles.Of(plan));
        var engine = await connection.BuildEngineAsync(cancellationToken);
        return new(plan, ArchivePlace.Of(settings, engine.Credentials), platform, key)
        {
            Caches = CacheSelection.Select(ProjectCache.Of(plan), archive.Mounts),
            Inventory = await caches.ReadAsync(cancellationToken),
            Visitor = new(engine),
        };
    }

    /// <summary>The cache's records on the engine.</summary>
    public ImmutableArray<KeptCache> RecordsOf(ProjectCache cache) => [.. Inventory.RecordsOf(cache)];
}
