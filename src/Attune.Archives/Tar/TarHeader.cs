using System.Buffers.Binary;

namespace Attune.Archives.Tar;

/// <summary>One header block of a tar stream: POSIX ustar with GNU's extensions for long numbers.</summary>
/// <param name="Type">What follows: a file, a directory, or properties of the next entry.</param>
/// <param name="Size">How many bytes follow, before padding.</param>
/// <param name="Owner">Owner and permissions.</param>
internal readonly record struct TarHeader(char Type, long Size, TarOwner Owner)
{
    public const int BlockSize = 512;

    private const int NameLength = 100;
    private const int ModeOffset = 100;
    private const int UidOffset = 108;
    private const int GidOffset = 116;
    private const int SizeOffset = 124;
    private const int ChecksumOffset = 148;
    private const int TypeOffset = 156;
    private const int NumberLength = 8;
    private const int SizeLength = 12;

    /// <summary>Tells entries apart: equal names give equal hashes, in every process.</summary>
    public uint NameHash { get; private init; }

    /// <summary>Whether it is the archived directory itself.</summary>
    public bool IsRoot { get; private init; }

    /// <summary>Whether it belongs to the entry after it: pax properties, or a long name of GNU's.</summary>
    public bool IsPrefix => Type is 'x' or 'g' or 'L' or 'K';

    /// <summary>Whether it is a regular file.</summary>
    public bool IsFile => Type is '0' or '\0' or '7';

    /// <summary>How many bytes follow, with padding.</summary>
    public long PaddedSize => Padded(Size);

    public static long Padded(long size) => (size + BlockSize - 1) / BlockSize * BlockSize;

    /// <exception cref="InvalidDataException">It is no tar header.</exception>
    public static TarHeader Parse(ReadOnlySpan<byte> block)
    {
        if (Checksum(block) != Number(block.Slice(ChecksumOffset, NumberLength)))
            throw new InvalidDataException("a header of the tar stream is damaged");
        var name = block[..NameLength];
        var type = (char)block[TypeOffset];
        // Links and devices have a size in some writers' headers, but no content.
        var size = type is '1' or '2' or '3' or '4' or '5' or '6' ? 0 : Number(block.Slice(SizeOffset, SizeLength));
        var owner = new TarOwner(Id(block, UidOffset), Id(block, GidOffset), Id(block, ModeOffset));
        return new(type, size, owner)
        {
            NameHash = Hash(name),
            IsRoot = name.StartsWith("./\0"u8) || name.StartsWith(".\0"u8),
        };
    }

    private static long Checksum(ReadOnlySpan<byte> block)
    {
        // The checksum's own bytes count as blanks.
        long sum = ' ' * NumberLength;
        for (var i = 0; i < BlockSize; i++)
            sum += i is >= ChecksumOffset and < ChecksumOffset + NumberLength ? 0 : block[i];
        return sum;
    }

    private static uint Id(ReadOnlySpan<byte> block, int offset) => (uint)Number(block.Slice(offset, NumberLength));

    private static long Number(ReadOnlySpan<byte> field)
    {
        // GNU tar: base 256 where octal digits don't suffice.
        if (field[0] == 0x80)
            return BinaryPrimitives.ReadInt64BigEndian(field.Length >= SizeLength ? field[^8..] : [0, .. field[1..]]);
        var number = 0L;
        foreach (var digit in field)
            if (digit is >= (byte)'0' and <= (byte)'7')
                number = (number * 8) + digit - '0';
            else if (number > 0 || digit != ' ')
                break;
        return number;
    }

    // FNV-1a: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var b in name)
            hash = (hash ^ b) * 16777619u;
        return hash;
    }
}

/// <summary>Owner and permissions of an entry.</summary>
/// <param name="Uid">The user's number.</param>
/// <param name="Gid">The group's number.</param>
/// <param name="Mode">The permissions.</param>
public sealed record TarOwner(uint Uid, uint Gid, uint Mode);
