using System.Text;

namespace Attune.BuildKit.Transport;

/// <summary>Splits a field in an HPACK block (RFC 7541 §6.2.2: a literal without indexing and with a new name) into one field per value.</summary>
internal sealed class RepeatedField
{
    private const byte LiteralWithNewName = 0;
    private const byte LongInteger = 0x7F;
    private const string Separator = ", ";

    private readonly byte[] _start;

    public RepeatedField(string name) => _start = [LiteralWithNewName, (byte)name.Length, .. Encoding.ASCII.GetBytes(name)];

    public byte[] Repeat(byte[] block)
    {
        var at = block.AsSpan().IndexOf(_start);
        if (at < 0)
            return block;
        var next = at + _start.Length;
        var length = ReadInteger(block, ref next);
        var values = Encoding.ASCII.GetString(block, next, length).Split(Separator);
        return [.. block[..at], .. values.SelectMany(Encode), .. block[(next + length)..]];
    }

    private IEnumerable<byte> Encode(string value) => [.. _start, .. EncodeInteger(value.Length), .. Encoding.ASCII.GetBytes(value)];

    /// <summary>RFC 7541 §5.1 with a prefix of seven bits; the eighth, which would mean Huffman, is 0.</summary>
    private static int ReadInteger(byte[] block, ref int next)
    {
        var value = (int)block[next++];
        if (value < LongInteger)
            return value;
        for (var shift = 0; ; shift += 7)
        {
            var part = block[next++];
            value += (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }

    private static List<byte> EncodeInteger(int value)
    {
        if (value < LongInteger)
            return [(byte)value];
        List<byte> bytes = [LongInteger];
        for (value -= LongInteger; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return bytes;
    }
}
