using System.Buffers;
using System.Text;

namespace Attune.Engines.BaseImages;

/// <summary>
/// Copies entries from tar to tar byte by byte, so that owners, modes, times and links stay what they were, and leaves out what a filter
/// drops. Reads what a Debian package may hold: old-style, ustar and GNU tar with long names (deb(5)); no pax.
/// </summary>
internal sealed class TarCopier(Stream output)
{
    private const int Block = 512;

    private readonly byte[] _header = new byte[Block];
    private readonly byte[] _buffer = new byte[128 * Block];
    private readonly ArrayBufferWriter<byte> _pending = new();

    /// <summary>Copies all entries that are kept; writes no end mark, so that several archives make one.</summary>
    /// <exception cref="InvalidDataException">The input is no complete tar.</exception>
    public async Task CopyAsync(Stream input, Func<string, bool> keeps, CancellationToken cancellationToken)
    {
        string? longName = null;
        while (await ReadHeaderAsync(input, cancellationToken))
        {
            var size = Size();
            var padded = (size + Block - 1) / Block * Block;
            if (_header[156] is (byte)'L' or (byte)'K')
            {
                var isName = _header[156] == (byte)'L';
                var text = await ReadExtensionAsync(input, padded, cancellationToken);
                longName = isName ? Text(text.AsSpan(0, (int)size)) : longName;
                continue;
            }

            var kept = keeps((longName ?? Name()).TrimStart('.', '/'));
            if (kept)
            {
                _pending.Write(_header);
                await output.WriteAsync(_pending.WrittenMemory, cancellationToken);
            }

            await CopyContentAsync(input, padded, kept ? output : Stream.Null, cancellationToken);
            _pending.ResetWrittenCount();
            longName = null;
        }

        // To the very end, so that the program which writes the tar isn't stopped by a closed pipe.
        await input.CopyToAsync(Stream.Null, cancellationToken);
    }

    private async Task<bool> ReadHeaderAsync(Stream input, CancellationToken cancellationToken)
    {
        try
        {
            await input.ReadExactlyAsync(_header, cancellationToken);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("the archive ends without its end mark", exception);
        }

        return _header.AsSpan().ContainsAnyExcept((byte)0);
    }

    private async Task<byte[]> ReadExtensionAsync(Stream input, long padded, CancellationToken cancellationToken)
    {
        if (padded > 64 * Block)
            throw new InvalidDataException("a name in the archive is too long");
        var content = new byte[padded];
        await input.ReadExactlyAsync(content, cancellationToken);
        _pending.Write(_header);
        _pending.Write(content);
        return content;
    }

    private async Task CopyContentAsync(Stream input, long length, Stream target, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            var read = await input.ReadAsync(_buffer.AsMemory(0, (int)Math.Min(length, _buffer.Length)), cancellationToken);
            if (read == 0)
                throw new InvalidDataException("the archive ends within a file");
            await target.WriteAsync(_buffer.AsMemory(0, read), cancellationToken);
            length -= read;
        }
    }

    private string Name()
    {
        var name = Text(_header.AsSpan(0, 100));
        // Only POSIX ustar has a prefix there; GNU's magic ends in spaces.
        var prefix = _header.AsSpan(257, 6).SequenceEqual("ustar\0"u8) ? Text(_header.AsSpan(345, 155)) : "";
        return prefix.Length == 0 ? name : prefix + "/" + name;
    }

    private long Size()
    {
        long size = 0;
        foreach (var digit in _header.AsSpan(124, 12).Trim(" \0"u8))
            size = digit is >= (byte)'0' and <= (byte)'7' ? size * 8 + digit - '0' : throw new InvalidDataException("an entry without a size");
        return size;
    }

    private static string Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }
}
