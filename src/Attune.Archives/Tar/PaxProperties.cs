using System.Globalization;
using System.Text;

namespace Attune.Archives.Tar;

/// <summary>Properties of an entry that its header has no room for (pax, POSIX.1-2001): <c>LENGTH NAME=VALUE\n</c>, again and again.</summary>
/// <param name="Size">How many bytes follow the header; null when the header says it.</param>
/// <param name="Uid">The user's number; null when the header says it.</param>
/// <param name="Gid">The group's number; null when the header says it.</param>
internal readonly record struct PaxProperties(long? Size, uint? Uid, uint? Gid)
{
    public static PaxProperties Parse(ReadOnlySpan<byte> text)
    {
        var properties = default(PaxProperties);
        while (text.IndexOf((byte)' ') is > 0 and var blank
            && int.TryParse(text[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length > blank + 1 && length <= text.Length)
        {
            properties = properties.With(text[(blank + 1)..(length - 1)]);
            text = text[length..];
        }

        return properties;
    }

    private PaxProperties With(ReadOnlySpan<byte> property)
    {
        if (property.StartsWith("size="u8))
            return this with { Size = Number(property[5..]) };
        if (property.StartsWith("uid="u8))
            return this with { Uid = (uint)Number(property[4..]) };
        return property.StartsWith("gid="u8) ? this with { Gid = (uint)Number(property[4..]) } : this;
    }

    private static long Number(ReadOnlySpan<byte> text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidDataException($"the tar stream has the number {Encoding.UTF8.GetString(text)}");
}
