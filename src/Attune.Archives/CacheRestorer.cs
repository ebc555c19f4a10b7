using System.Globalization;
using Attune.Archives.Steps;
using Attune.Archives.Storage;
using Attune.Archives.Tar;
using Attune.BuildKit;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Projects;
using Attune.Source;

namespace Attune.Archives;

/// <summary>Restores caches of a project from a store.</summary>
/// <param name="visitor">Gets into the caches.</param>
/// <param name="plan">The project's builds.</param>
/// <param name="store">The store.</param>
public sealed class CacheRestorer(CacheVisitor visitor, BuildPlan plan, ArchiveStore store)
{
    private readonly CacheStep _step = new(visitor, plan);

    /// <summary>Why a cache can't be restored; null when it can.</summary>
    public string? Obstacle(ProjectCache cache) => _step.Obstacle(cache);

    /// <summary>The archive of a cache: that of the key, else the newest; null when the store has none that is whole.</summary>
    public ArchiveManifest? Choose(ProjectCache cache, string key)
    {
        ArgumentNullException.ThrowIfNull(cache);
        return ArchiveStore.Choose([.. store.Find(CacheLabel.Of(cache)).Where(store.IsComplete)], key);
    }

    /// <summary>Puts an archive's content in place of a cache's. Until all of it is there, and checked, the cache stays as it is.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="cancellationToken">Ends the step.</param>
    /// <exception cref="BuildKitException">The step failed, or the engine was lost.</exception>
    /// <exception cref="UserErrorException">The archive is damaged.</exception>
    public Task RestoreAsync(ProjectCache cache, ArchiveManifest archive, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var owner = string.Create(CultureInfo.InvariantCulture, $"{archive.Root.Uid}:{archive.Root.Gid}");
        return _step.RunAsync(
            cache,
            StepScripts.Restore,
            [owner, Convert.ToString(archive.Root.Mode, 8)],
            async (stream, _) =>
            {
                await new PieceReader(store).CopyAsync(archive, stream, cancellationToken);
                await stream.WriteAsync(TarEnd.With(StepScripts.WholeMark), cancellationToken);
            },
            cancellationToken);
    }
}
