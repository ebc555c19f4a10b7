using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Attune.Archives.Storage;
using Attune.BuildKit.Session.Auth;
using Attune.Source;

namespace Attune.Archives.Registries;

/// <summary>A store in a registry, and what is here of it: a tag names all archives, and each piece is a layer.</summary>
/// <param name="address">Where the registry keeps it.</param>
/// <param name="store">What is here; the caller holds its lock.</param>
/// <param name="credentials">Knows the log-in to the registry; null for none.</param>
public sealed class RegistryMirror(RegistryAddress address, ArchiveStore store, IRegistryCredentials? credentials)
{
    private const int Transfers = 4;
    private const long MostListBytes = 256 << 20;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _connectPatience = TimeSpan.FromSeconds(20);

    private Tagged _seen = Tagged.Nothing;

    /// <summary>Makes the list of archives here that of the tag; pieces that none of them needs go.</summary>
    /// <exception cref="UserErrorException">The registry can't be used, or the tag names something else.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        using var http = Http();
        _seen = await ReadAsync(new(address, credentials, http), cancellationToken);
        await store.ReplaceAsync(_seen.Archives, cancellationToken);
        store.Trim(long.MaxValue);
    }

    /// <summary>Brings the archives here that a restore of these caches chooses.</summary>
    /// <param name="caches">The caches.</param>
    /// <param name="key">The key that is looked for first.</param>
    /// <param name="cancellationToken">Ends it; what is here stays whole.</param>
    /// <exception cref="UserErrorException">The registry can't be used, or sends a damaged piece.</exception>
    public async Task<RegistryTraffic> PullAsync(IEnumerable<CacheLabel> caches, string key, CancellationToken cancellationToken)
    {
        using var http = Http();
        var client = new RegistryClient(address, credentials, http);
        var archives = caches.Select(cache => ArchiveStore.Choose(store.Find(cache), key)).OfType<ArchiveManifest>();
        var missing = archives.SelectMany(a => a.Pieces).Where(p => !store.IsWhole(p)).DistinctBy(p => p.Blob).ToList();
        await EachAsync(
            missing,
            async (piece, token) => await store.PutAsync(await client.ReadAsync(RegistryDescriptor.Of(RegistryManifest.PieceType, piece.Blob, piece.StoredLength), token), token),
            cancellationToken);
        return RegistryTraffic.Of(missing);
    }

    /// <summary>Makes the tag name the archives that are here, and those that others have put there since <see cref="RefreshAsync"/>.</summary>
    /// <exception cref="UserErrorException">The registry can't be used; the tag names what it named before.</exception>
    public async Task<RegistryTraffic> PushAsync(CancellationToken cancellationToken)
    {
        using var http = Http();
        var client = new RegistryClient(address, credentials, http);
        var pushed = await PushPiecesAsync(client, store.All, _seen, cancellationToken);
        var now = await ReadAsync(client, cancellationToken);
        ImmutableArray<ArchiveManifest> archives = [.. store.All.Concat(now.Archives.Except(_seen.Archives, ArchiveIdentity.ByMoment)).DistinctBy(ArchiveIdentity.Of)];
        if (archives is [])
            return pushed;
        var list = new ArchiveList(archives).ToJson();
        var config = RegistryDescriptor.Of(RegistryManifest.ListType, Convert.ToHexStringLower(SHA256.HashData(list)), list.Length);
        if (!await client.HasAsync(config.Blob, cancellationToken))
            await client.WriteAsync(config.Blob, list, cancellationToken);
        var layers = archives.SelectMany(a => a.Pieces).DistinctBy(p => p.Blob).Select(p => RegistryDescriptor.Of(RegistryManifest.PieceType, p.Blob, p.StoredLength));
        await client.TagAsync(new RegistryManifest(config, [.. layers]).ToJson(), cancellationToken);
        return pushed;
    }

    private async Task<RegistryTraffic> PushPiecesAsync(RegistryClient client, ImmutableArray<ArchiveManifest> archives, Tagged there, CancellationToken cancellationToken)
    {
        var pushed = new ConcurrentBag<ArchivePiece>();
        var wanted = archives.SelectMany(a => a.Pieces).DistinctBy(p => p.Blob).Where(p => !there.Blobs.Contains(p.Blob));
        await EachAsync(
            wanted,
            async (piece, token) =>
            {
                if (await client.HasAsync(piece.Blob, token))
                    return;
                await client.WriteAsync(piece.Blob, await store.ReadAsync(piece, token), token);
                pushed.Add(piece);
            },
            cancellationToken);
        return RegistryTraffic.Of([.. pushed]);
    }

    private static async Task<Tagged> ReadAsync(RegistryClient client, CancellationToken cancellationToken)
    {
        if (await client.ManifestAsync(cancellationToken) is not { } bytes)
            return Tagged.Nothing;
        if (RegistryManifest.Parse(bytes) is not { IsStore: true } manifest)
            throw new UserErrorException($"{client.Address} names something else than archives of caches", "Use a tag of its own.");
        if (manifest.Config.Size > MostListBytes || ArchiveList.Parse(await client.ReadAsync(manifest.Config, cancellationToken)) is not { } list)
            throw new UserErrorException($"{client.Address} names archives of another version", "Use another tag, or the version that made it.");
        return new(list.Archives, [.. manifest.Layers.Select(l => l.Blob)]);
    }

    private static Task EachAsync(IEnumerable<ArchivePiece> pieces, Func<ArchivePiece, CancellationToken, Task> transfer, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            pieces, new ParallelOptions { MaxDegreeOfParallelism = Transfers, CancellationToken = cancellationToken }, async (piece, token) => await transfer(piece, token));

    private HttpClient Http()
    {
#pragma warning disable CA2000 // Dispose objects before losing scope: the client disposes its handler.
        var handler = new SocketsHttpHandler();
#pragma warning restore CA2000
        try
        {
            handler.ConnectTimeout = _connectPatience;
            handler.UseProxy = !address.IsLocal;
            return new(handler) { Timeout = _patience };
        }
        catch
        {
            handler.Dispose();
            throw;
        }
    }

    private sealed record Tagged(ImmutableArray<ArchiveManifest> Archives, ImmutableHashSet<string> Blobs)
    {
        public static Tagged Nothing { get; } = new([], []);
    }
}

/// <summary>What came from a registry or went there.</summary>
/// <param name="Pieces">How many pieces.</param>
/// <param name="Bytes">How many bytes they are.</param>
public sealed record RegistryTraffic(int Pieces, long Bytes)
{
    internal static RegistryTraffic Of(IReadOnlyCollection<ArchivePiece> pieces) => new(pieces.Count, pieces.Sum(p => (long)p.StoredLength));
}
