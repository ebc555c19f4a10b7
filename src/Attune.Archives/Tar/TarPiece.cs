using System.Buffers;

namespace Attune.Archives.Tar;

/// <summary>A part of a tar stream. Its bytes are borrowed: dispose it when they are used.</summary>
/// <param name="index">Its place in the stream.</param>
/// <param name="buffer">Holds the bytes.</param>
/// <param name="length">How many are its.</param>
internal sealed class TarPiece(int index, byte[] buffer, int length) : IDisposable
{
    public int Index => index;

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <summary>To write the bytes to.</summary>
    public Span<byte> Target => buffer.AsSpan(0, length);

    public int Length => length;

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
