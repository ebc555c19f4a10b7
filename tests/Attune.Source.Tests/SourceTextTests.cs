namespace Attune.Source.Tests;

public class SourceTextTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nbc", 4, 2, 2)]
    [InlineData("a\n", 2, 1, 3)]
    [InlineData("a\n\nb", 2, 2, 1)]
    public void Counts_lines_and_columns_from_one(string text, int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), new SourceText("f", text).PositionOf(offset));

    [Fact]
    public void Gives_a_line_without_its_line_break() => Assert.Equal("bc", new SourceText("f", "a\r\nbc\r\n").LineAt(2));

    [Fact]
    public Task Points_carets_at_the_span_of_a_fault()
    {
        var text = new SourceText("Dockerfile", "FROM a\n\tRUN --mount=type=cahce,target=/x true\n");
        var start = text.Text.IndexOf("cahce", StringComparison.Ordinal);
        return Verifier.Verify(new LocatedException("Unknown mount type 'cahce'", text.LocationOf(new(start, 5)), "Did you mean cache?").Describe());
    }

    [Fact]
    public void Cuts_a_line_of_ten_megabytes()
    {
        var text = new SourceText("f", new string('x', 10_000_000));
        Assert.True(text.LocationOf(new(9_000_000, 3)).Excerpt().Length < 1_000);
    }
}
