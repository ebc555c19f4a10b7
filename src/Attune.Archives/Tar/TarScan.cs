namespace Attune.Archives.Tar;

/// <summary>Finds out where the entries of a tar stream begin, and where to cut it.</summary>
internal sealed class TarScan(PieceSize size)
{
    private const int NoPrefix = -1;

    private int _position;
    private int _prefix = NoPrefix;
    private long _contentLeft;
    private PaxProperties _pax;
    private bool _isUncut;

    public long Entries { get; private set; }

    public TarOwner? Root { get; private set; }

    /// <summary>Looks at what is there.</summary>
    /// <param name="data">All bytes that are in no piece yet.</param>
    public ScanStep Continue(ReadOnlySpan<byte> data)
    {
        while (true)
        {
            SkipContent(data.Length);
            if (_contentLeft > 0 || data.Length - _position < TarHeader.BlockSize)
                return Full(data.Length);
            var block = data.Slice(_position, TarHeader.BlockSize);
            if (!block.ContainsAnyExcept((byte)0))
                return new(Start, IsEnd: true);
            var header = TarHeader.Parse(block);
            if (header.IsPrefix)
            {
                if (TarHeader.BlockSize + header.PaddedSize > size.Most / 2)
                    throw new InvalidDataException("an entry of the tar stream has too many properties");
                if (data.Length - _position < TarHeader.BlockSize + header.PaddedSize)
                    return Full(data.Length);
                TakePrefix(header, data);
            }
            else if (IsCut(header))
            {
                _isUncut = true;
                return new(Start, IsEnd: false);
            }
            else
            {
                TakeEntry(header);
            }
        }
    }

    /// <summary>The first bytes are in a piece now.</summary>
    public void Taken(int length)
    {
        _position -= length;
        _prefix = Math.Max(_prefix - length, NoPrefix);
    }

    /// <summary>Where the entry at the position begins, with what belongs to it.</summary>
    private int Start => _prefix == NoPrefix ? _position : _prefix;

    private void SkipContent(int length)
    {
        var skipped = (int)Math.Min(_contentLeft, length - _position);
        _position += skipped;
        _contentLeft -= skipped;
    }

    /// <summary>A full buffer is cut before the entry that doesn't fit, or in the middle of one that fits nowhere.</summary>
    private ScanStep Full(int length)
    {
        if (length < size.Most)
            return default;
        return new(_prefix > 0 ? _prefix : _position, IsEnd: false);
    }

    private void TakePrefix(TarHeader header, ReadOnlySpan<byte> data)
    {
        if (_prefix == NoPrefix)
            _prefix = _position;
        if (header.Type == 'x')
            _pax = PaxProperties.Parse(data.Slice(_position + TarHeader.BlockSize, (int)header.Size));
        _position += TarHeader.BlockSize + (int)header.PaddedSize;
    }

    /// <summary>
    /// By chance of the name, the larger the likelier: pieces become as large whether entries are small or large, and two tars are cut at
    /// the same entries again right after what differs.
    /// </summary>
    private bool IsCut(TarHeader header)
    {
        var length = TarHeader.BlockSize + (header.IsFile ? _pax.Size ?? header.Size : 0);
        return !_isUncut && Start >= size.Least && header.NameHash <= (double)length / (size.Most / 4) * uint.MaxValue;
    }

    private void TakeEntry(TarHeader header)
    {
        _isUncut = false;
        Entries++;
        if (header.IsRoot)
            Root ??= header.Owner with { Uid = _pax.Uid ?? header.Owner.Uid, Gid = _pax.Gid ?? header.Owner.Gid };
        _position += TarHeader.BlockSize;
        _contentLeft = header.IsFile ? TarHeader.Padded(_pax.Size ?? header.Size) : header.PaddedSize;
        (_prefix, _pax) = (NoPrefix, default);
    }
}

/// <summary>What to do after a look at the buffer; nothing means that more bytes are needed.</summary>
/// <param name="CutAt">How many bytes make a piece; 0 for none.</param>
/// <param name="IsEnd">Whether the archive ends here.</param>
internal readonly record struct ScanStep(int CutAt, bool IsEnd);
