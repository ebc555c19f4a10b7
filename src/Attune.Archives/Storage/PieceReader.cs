using System.Buffers;
using System.Security.Cryptography;
using Attune.Archives.Tar;
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
            using var piece = await next;
            if (i < archive.Pieces.Length)
                next = ReadAsync(archive.Pieces[i], cancellationToken);
            await target.WriteAsync(piece.Memory, cancellationToken);
        }
    }

    private Task<TarPiece> ReadAsync(ArchivePiece piece, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            var blob = ArrayPool<byte>.Shared.Rent(piece.StoredLength);
            var bytes = new TarPiece(0, ArrayPool<byte>.Shared.Rent(piece.Length), piece.Length);
            var isWhole = await store.TryReadAsync(piece, blob, cancellationToken)
                && TryExpand(blob.AsSpan(0, piece.StoredLength), bytes.Target)
                && Convert.ToHexStringLower(SHA256.HashData(bytes.Bytes)) == piece.Digest;
            ArrayPool<byte>.Shared.Return(blob);
            return isWhole ? bytes : throw store.Damaged(piece);
        },
        cancellationToken);

    private static bool TryExpand(ReadOnlySpan<byte> blob, Span<byte> bytes)
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
