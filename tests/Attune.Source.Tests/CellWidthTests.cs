
using FsCheck.Xunit;

namespace Attune.Source.Tests;

public class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("世界", 4)]
    [InlineData("🚀", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("⠋ ✔ …", 5)]
    public void Counts_cells(string text, int cells) => Assert.Equal(cells, CellWidth.Of(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("世界世界", 6, "世界…")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    public void Cuts_what_does_not_fit(string text, int width, string cut) => Assert.Equal(cut, CellWidth.Fit(text, width));

    [Property]
    public bool Never_gives_more_than_fits(string? text, byte width) => CellWidth.Of(CellWidth.Fit(text ?? "", width)) <= width;
}
