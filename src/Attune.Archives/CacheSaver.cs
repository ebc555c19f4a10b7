using System.Collections.Immutable;
using System.Text;
using Attune.Archives.Steps;
using Attune.Archives.Storage;
using Attune.Archives.Tar;
using Attune.BuildKit;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Projects;
using Attune.Source;

namespace Attune.Archives;

/// <summary>Saves caches of a project to a store.</summary>
/// <param name="visitor">Gets into the caches.</param>
/// <param name="plan">The project's builds.</param>
/// <param name="store">The store; the caller holds its lock.</param>
/// <param name="clock">Stamps the archives.</param>
public sealed class CacheSaver(CacheVisitor visitor, BuildPlan plan, ArchiveStore store, TimeProvider clock)
{
    private readonly CacheStep _step = new(visitor, plan);

    /// <summary>Why a cache can't be saved; null when it can.</summary>
    public string? Obstacle(ProjectCache cache) => _step.Obstacle(cache);

    /// <summary>Saves one.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="use">What the archive is saved as.</param>
    /// <param name="cancellationToken">Ends the step; the store stays as it was.</param>
    /// <exception cref="BuildKitException">The step failed, or the engine was lost.</exception>
    /// <exception cref="UserErrorException">The store can't be written to.</exception>
    public async Task<SavedCache> SaveAsync(ProjectCache cache, ArchiveUse use, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(use);
        var cutter = new TarCutter(PieceSize.Default);
        var writer = new PieceWriter(store, store.Find(CacheLabel.Of(cache)).SelectMany(a => a.Pieces));
        ImmutableArray<ArchivePiece> pieces = [];
        await _step.RunAsync(
            cache,
            StepScripts.Save,
            [],
            async (stream, _) =>
            {
                pieces = await writer.WriteAsync(cutter.CutAsync(stream, cancellationToken), cancellationToken);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(StepScripts.Receipt + "\n"), cancellationToken);
            },
            cancellationToken);
        var archive = new ArchiveManifest
        {
            Cache = CacheLabel.Of(cache),
            Tools = cache.Tools,
            Platform = use.Platform,
            Toolchain = _step.ImageOf(cache)!,
            Key = use.Key,
            SavedAt = clock.GetUtcNow(),
            LastUsedAt = use.LastUsedAt,
            Root = cutter.Root ?? throw new UserErrorException($"The tar of {cache.Name} doesn't begin with the cache itself"),
            Entries = cutter.Entries,
            Pieces = pieces,
            Checksum = ArchiveManifest.ChecksumOf(pieces),
        };
        await store.PublishAsync(archive, cancellationToken);
        return new(cache, archive, writer.Added);
    }
}

/// <summary>What an archive is saved as.</summary>
/// <param name="Key">The key that it is found by.</param>
/// <param name="Platform">The platform of the engine.</param>
/// <param name="LastUsedAt">When a build last used the cache.</param>
public sealed record ArchiveUse(string Key, string Platform, DateTimeOffset? LastUsedAt);

/// <summary>A cache that was saved.</summary>
/// <param name="Cache">The cache.</param>
/// <param name="Archive">Its archive.</param>
/// <param name="Added">How many bytes the store grew by.</param>
public sealed record SavedCache(ProjectCache Cache, ArchiveManifest Archive, long Added);
