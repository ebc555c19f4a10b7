using Attune.Reports.Text;

using FsCheck.Xunit;

namespace Attune.Reports.Tests.Text;

public class TerminalTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[1;32mok\u001b[0m", "ok")]
    [InlineData("\u001b]8;;http://x\u001b\\link\u001b]8;;\u0007", "link")]
    [InlineData("\u001b(Bx\u001b7y\u001b=z", "xyz")]
    [InlineData("\u001b[2J\u001b[Hgone", "gone")]
    [InlineData("cut \u001b[3", "cut ")]
    [InlineData("cut \u001b", "cut ")]
    [InlineData("cut \u001b]0;title", "cut ")]
    [InlineData("a\tb", "a       b")]
    [InlineData("bell\u0007, back\b, delete\u007f, csi\u009b", "bell, back, delete, csi")]
    [InlineData("one\ntwo", "one two")]
    [InlineData("世界 ✔ é", "世界 ✔ é")]
    public void Removes_what_commands_a_terminal(string text, string clean) => Assert.Equal(clean, TerminalText.Clean(text));

    [Property]
    public bool Leaves_no_control_character(string? text) => !TerminalText.Clean(text ?? "").Any(char.IsControl);

    [Fact]
    public void Puts_a_command_with_continuations_on_one_line() =>
        Assert.Equal("RUN a && b", TerminalText.Squeeze("RUN a \n     && b\t"));
}
