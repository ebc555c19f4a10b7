using System.Security.Cryptography;
using Attune.Source;
using ZstdSharp;

namespace Attune.Archives.Storage;

/// <summary>Reads the pieces of an archive, and checks each.</summary>
internal sealed class PieceReader(ArchiveStore store)
{
    /// <summary>Writes the tar, without its end, to a stream; the next piece is made ready while one is sent.</summary>
    /// <exception cref="UserErrorException">A piece is missing or damaged.</exception>
    public async Task CopyAsync(ArchiveManifest archive, Stream target, CancellationToken cancellationToken)
    {
        var next = ReadAsync(archive.Pieces[0], cancellationToken);
        for (var i = 1; i <= archive.Pieces.Length; i++)
        {
            var piece = await next;
            if (i < archive.Pieces.Length)
                next = ReadAsync(archive.Pieces[i], cancellationToken);
            await target.WriteAsync(piece, cancellationToken);
        }
    }

    private Task<byte[]> ReadAsync(ArchivePiece piece, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            var blob = await store.ReadAsync(piece, cancellationToken);
            var bytes = new byte[piece.Length];
            if (!TryExpand(blob, bytes) || Convert.ToHexStringLower(SHA256.HashData(bytes)) != piece.Digest)
                throw new UserErrorException($"A piece of the archive is damaged: {Path.Combine(store.Directory, "blobs", piece.Blob)}", "Remove the file, and save the cache again.");
            return bytes;
        },
        cancellationToken);

    private static bool TryExpand(byte[] blob, byte[] bytes)
    {
        try
        {
            using var decompressor = new Decompressor();
            return decompressor.Unwrap(blob, bytes) == bytes.Length;
        }
        catch (ZstdException)
        {
            return false;
        }
    }
}
