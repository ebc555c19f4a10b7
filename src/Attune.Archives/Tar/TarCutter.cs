using System.Buffers;
using System.Runtime.CompilerServices;

namespace Attune.Archives.Tar;

/// <summary>
/// Cuts a tar stream into pieces, at places that follow from the entries' names: what stays the same in a cache gives the same pieces again,
/// whatever is added before or after it. The end-of-archive blocks are in none of them.
/// </summary>
/// <param name="size">How large pieces become.</param>
internal sealed class TarCutter(PieceSize size)
{
    private const int ReadLength = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(size.Most);
    private int _filled;
    private int _pieces;

    /// <summary>How many entries there were so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Owner and permissions of the archived directory itself; null until it has come.</summary>
    public TarOwner? Root { get; private set; }

    /// <summary>The pieces, in order.</summary>
    /// <exception cref="InvalidDataException">The stream is no tar, or ends before its end-of-archive blocks.</exception>
    public async IAsyncEnumerable<TarPiece> CutAsync(Stream tar, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scan = new TarScan(size);
        while (true)
        {
            var step = scan.Continue(_buffer.AsSpan(0, _filled));
            if (step.CutAt > 0)
                yield return Take(step.CutAt, scan);
            if (step.IsEnd)
                break;
            if (step.CutAt > 0)
                continue;
            var length = await tar.ReadAsync(_buffer.AsMemory(_filled, Math.Min(ReadLength, size.Most - _filled)), cancellationToken);
            if (length == 0)
                throw new InvalidDataException("the tar stream ends in the middle");
            _filled += length;
        }

        (Entries, Root) = (scan.Entries, scan.Root);
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private TarPiece Take(int length, TarScan scan)
    {
        var next = ArrayPool<byte>.Shared.Rent(size.Most);
        _buffer.AsSpan(length, _filled - length).CopyTo(next);
        var piece = new TarPiece(_pieces++, _buffer, length);
        (_buffer, _filled) = (next, _filled - length);
        scan.Taken(length);
        return piece;
    }
}

/// <summary>How large the pieces of a tar stream become, in bytes.</summary>
/// <param name="Least">A piece is not cut below this.</param>
/// <param name="Most">A piece is cut here, wherever that is; a multiple of tar's block size.</param>
internal sealed record PieceSize(int Least, int Most)
{
    /// <summary>No version of this program cuts larger ones.</summary>
    public const int Largest = 64 << 20;

    /// <summary>Small enough that a change costs little, large enough to compress well and to be few.</summary>
    public static PieceSize Default { get; } = new(1 << 20, 4 << 20);
}
