using System.Text;
using Attune.BuildKit.Transport;

namespace Attune.BuildKit.Tests.Transport;

public sealed class RepeatedFieldTests
{
    [Fact]
    public void Sends_one_field_per_value_and_leaves_others_alone()
    {
        var values = new[] { "/a/B", new string('x', 200), "/c/D" };
        byte[] block = [.. Field("before", "a, b"), .. Field("name", string.Join(", ", values)), .. Field("after", "c")];

        var repeated = new RepeatedField("name").Repeat(block);

        Assert.Equal([.. Field("before", "a, b"), .. values.SelectMany(v => Field("name", v)), .. Field("after", "c")], repeated);
    }

    [Fact]
    public void Leaves_a_block_without_the_field_alone() => Assert.Equal(Field("other", "a, b"), new RepeatedField("name").Repeat(Field("other", "a, b")));

    private static byte[] Field(string name, string value) => [0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. Length(value), .. Encoding.ASCII.GetBytes(value)];

    /// <summary>RFC 7541 §5.1: 127 and more take a second byte and, from 255 on, a third.</summary>
    private static byte[] Length(string value) => value.Length switch
    {
        < 127 => [(byte)value.Length],
        < 255 => [127, (byte)(value.Length - 127)],
        _ => [127, (byte)(((value.Length - 127) & 0x7F) | 0x80), (byte)((value.Length - 127) >> 7)],
    };
}
