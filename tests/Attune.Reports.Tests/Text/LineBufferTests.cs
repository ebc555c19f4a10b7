using Attune.Reports.Text;

using FsCheck.Xunit;

namespace Attune.Reports.Tests.Text;

public class LineBufferTests
{
    [Theory]
    [InlineData("one\ntwo\n", "one|two")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData(" 1%\r 50%\r100%\n", "100%")]
    [InlineData(" 1%\r\u001b[Kdone\n", "done")]
    [InlineData("100%\r\u001b[K\n", "")]
    [InlineData("\n\n", "|")]
    [InlineData("no end", "no end")]
    public void Makes_lines(string text, string lines) => Assert.Equal(lines, string.Join('|', Split(text)));

    [Property]
    public bool Makes_the_same_lines_however_the_text_is_cut(char[]? characters, byte size)
    {
        // Few different characters, so that line ends, returns and escape sequences meet.
        var text = string.Concat((characters ?? []).Select(c => "ab\r\n\u001b[K\t"[c % 8]));
        var pieces = text.Chunk((size % 4) + 1).Select(p => new string(p)).ToArray();
        return Split(text).SequenceEqual(Split(pieces));
    }

    [Fact]
    public void Cuts_a_line_that_never_ends()
    {
        var lines = new List<string>();
        var buffer = LineBuffer.Empty;
        for (var i = 0; i < 1_000; i++)
            buffer = buffer.Feed(new string('.', 100), lines);
        Assert.InRange(buffer.Pending.Length, 0, LineBuffer.MaxLength);
        Assert.Equal(100_000, lines.Sum(l => l.Length) + buffer.Pending.Length);
    }

    [Fact]
    public void Shows_the_line_that_is_being_written() => Assert.Equal("50%", LineBuffer.Empty.Feed("done\n 1%\r50%\r", []).Visible);

    private static List<string> Split(params string[] pieces)
    {
        var lines = new List<string>();
        pieces.Aggregate(LineBuffer.Empty, (buffer, piece) => buffer.Feed(piece, lines)).Flush(lines);
        return lines;
    }
}
