using System.Formats.Tar;
using Attune.Archives.Storage;
using Attune.Archives.Tar;
using Attune.Archives.Tests.Tar;
using Attune.Caches.Mounts;

namespace Attune.Archives.Tests.Storage;

/// <summary>A store of archives that no engine made.</summary>
internal sealed class SampleStore : IDisposable
{
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly PieceSize _small = new(4 << 10, 64 << 10);

    private readonly TempDirectory _directory = new();

    public SampleStore() => Store = new(Path.Combine(_directory.Path, "store"));

    public ArchiveStore Store { get; }

    public string Blobs => Path.Combine(Store.Directory, "blobs");

    public static CacheLabel Label(string id) => new("/" + id, CacheFork.None);

    /// <summary>Saves files under a key; of equal files the pieces are the same.</summary>
    public async Task<ArchiveManifest> SaveAsync(string id, string key, int day, params IEnumerable<(string Name, int Size)> files)
    {
        var cutter = new TarCutter(_small);
        var tar = new MemoryStream(SampleTar.Of(TarEntryFormat.Pax, files));
        var pieces = await new PieceWriter(Store, []).WriteAsync(cutter.CutAsync(tar, CancellationToken.None), CancellationToken.None);
        var archive = new ArchiveManifest
        {
            Cache = Label(id),
            Platform = "linux/amd64",
            Toolchain = "image",
            Key = key,
            SavedAt = _start.AddDays(day),
            LastUsedAt = _start.AddDays(day),
            Root = cutter.Root!,
            Entries = cutter.Entries,
            Pieces = pieces,
            Checksum = ArchiveManifest.ChecksumOf(pieces),
        };
        await Store.PublishAsync(archive, CancellationToken.None);
        return archive;
    }

    public void Dispose() => _directory.Dispose();
}
