using System.Collections.Immutable;
using System.Security.Cryptography;
using Attune.Source;

namespace Attune.Archives.Storage;

/// <summary>
/// A directory of archives: <c>manifests/CACHE/KEY.json</c>, and <c>blobs/SHA256</c> with the pieces, each a zstd frame. A file appears under its
/// name when it is complete, and a manifest after its pieces, so whoever is killed leaves nothing that looks like an archive and is none.
/// </summary>
/// <param name="directory">An absolute path; it need not exist.</param>
public sealed class ArchiveStore(string directory)
{
    private const string Unfinished = ".unfinished-";

    private static readonly TimeSpan _retry = TimeSpan.FromMilliseconds(200);

    private string Manifests => Path.Combine(directory, "manifests");

    private string Blobs => Path.Combine(directory, "blobs");

    /// <summary>The directory.</summary>
    public string Directory => directory;

    /// <summary>The archives of a cache, the newest first; files that are none are left out.</summary>
    public ImmutableArray<ArchiveManifest> Find(CacheLabel cache) => Read(Path.Combine(Manifests, cache.FileName));

    /// <summary>All archives, the newest first.</summary>
    public ImmutableArray<ArchiveManifest> All => Read(Manifests);

    /// <summary>Keeps other writers out until it is disposed; readers aren't kept out.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(directory);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(directory, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(_retry, cancellationToken);
            }
        }
    }

    /// <summary>Whether all of an archive is there.</summary>
    public bool IsComplete(ArchiveManifest archive) => archive.Pieces.All(IsWhole);

    /// <summary>Of archives of one cache, the newest first, that of the key, or else the newest.</summary>
    internal static ArchiveManifest? Choose(IReadOnlyCollection<ArchiveManifest> archives, string key) =>
        archives.FirstOrDefault(a => a.Key == key) ?? archives.FirstOrDefault();

    internal bool IsWhole(ArchivePiece piece) => new FileInfo(BlobPath(piece.Blob)) is { Exists: true } file && file.Length == piece.StoredLength;

    /// <summary>Makes the list of archives another one; their pieces may come later. Only under the lock.</summary>
    internal async Task ReplaceAsync(ImmutableArray<ArchiveManifest> archives, CancellationToken cancellationToken)
    {
        var wanted = archives.Select(PathOf).ToHashSet(StringComparer.Ordinal);
        foreach (var archive in All.Where(a => !wanted.Contains(PathOf(a))))
            File.Delete(PathOf(archive));
        foreach (var archive in archives)
            await PublishAsync(archive, cancellationToken);
    }

    /// <summary>Reads a compressed piece.</summary>
    /// <exception cref="UserErrorException">It is missing or damaged.</exception>
    internal async Task<byte[]> ReadAsync(ArchivePiece piece, CancellationToken cancellationToken)
    {
        var blob = new byte[piece.StoredLength];
        return await TryReadAsync(piece, blob, cancellationToken) ? blob : throw Damaged(piece);
    }

    internal UserErrorException Damaged(ArchivePiece piece) =>
        new($"A piece of the archive is damaged: {BlobPath(piece.Blob)}", "Remove the file, and save the cache again.");

    /// <summary>Puts a compressed piece there; gives its name.</summary>
    internal async Task<string> PutAsync(ReadOnlyMemory<byte> blob, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(blob.Span));
        if (!File.Exists(BlobPath(name)))
            await WriteAsync(BlobPath(name), blob, cancellationToken);
        return name;
    }

    internal bool Has(ArchivePiece piece) => File.Exists(BlobPath(piece.Blob));

    /// <summary>Reads a compressed piece; false when its length isn't what it should be.</summary>
    /// <exception cref="UserErrorException">The piece is missing.</exception>
    internal async Task<bool> TryReadAsync(ArchivePiece piece, Memory<byte> target, CancellationToken cancellationToken)
    {
        try
        {
            using var file = File.OpenHandle(BlobPath(piece.Blob), options: FileOptions.Asynchronous);
            return RandomAccess.GetLength(file) == piece.StoredLength
                && await RandomAccess.ReadAsync(file, target[..piece.StoredLength], 0, cancellationToken) == piece.StoredLength;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserErrorException($"The archive lacks a piece: {BlobPath(piece.Blob)}", "Save the cache again.");
        }
    }

    internal Task PublishAsync(ArchiveManifest archive, CancellationToken cancellationToken) =>
        WriteAsync(PathOf(archive), archive.ToJson(), cancellationToken);

    /// <summary>Removes archives, those longest not used first, until the rest fits; then what no archive needs. Only under the lock.</summary>
    /// <param name="most">What the pieces may take, in bytes.</param>
    public ImmutableArray<ArchiveManifest> Trim(long most)
    {
        var kept = new List<ArchiveManifest>();
        var blobs = new Dictionary<string, int>();
        var removed = new List<ArchiveManifest>();
        foreach (var archive in All.OrderByDescending(a => a.LastUsedAt ?? a.SavedAt).ThenByDescending(a => a.SavedAt))
        {
            var added = archive.Pieces.Where(p => !blobs.ContainsKey(p.Blob)).DistinctBy(p => p.Blob).Sum(p => (long)p.StoredLength);
            var isKept = blobs.Values.Sum(v => (long)v) + added <= most;
            (isKept ? kept : removed).Add(archive);
            foreach (var piece in isKept ? archive.Pieces : [])
                blobs[piece.Blob] = piece.StoredLength;
        }

        foreach (var archive in removed)
            File.Delete(PathOf(archive));
        foreach (var file in new DirectoryInfo(Blobs) is { Exists: true } folder ? folder.EnumerateFiles() : [])
            if (!blobs.ContainsKey(file.Name))
                file.Delete();
        return [.. removed];
    }

    private static ImmutableArray<ArchiveManifest> Read(string folder) => !System.IO.Directory.Exists(folder)
        ? []
        :
        [
            .. System.IO.Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Select(file => ArchiveManifest.Parse(File.ReadAllBytes(file))).OfType<ArchiveManifest>()
                .OrderByDescending(a => a.SavedAt),
        ];

    private string PathOf(ArchiveManifest archive) => Path.Combine(Manifests, archive.Cache.FileName, archive.Key + ".json");

    private string BlobPath(string name) => Path.Combine(Blobs, name);

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, Unfinished + Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(unfinished, content, cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }
}
