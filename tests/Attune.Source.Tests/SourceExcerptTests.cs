using FsCheck.Xunit;

namespace Attune.Source.Tests;

public sealed class SourceExcerptTests
{
    private const int MaxWidth = 150;

    [Fact]
    public void Cuts_a_long_line_behind_the_span() =>
        Assert.Equal(
            $"  1 | RUN make {new string('x', 133)}…\n    |     ^^^^",
            Excerpt("RUN [make] " + new string('x', 300)));

    [Fact]
    public void Cuts_a_long_line_before_the_span() =>
        Assert.Equal(
            $"  1 | …{new string('x', 40)}make\n    |  {new string(' ', 40)}^^^^",
            Excerpt(new string('x', 300) + "[make]"));

    [Fact]
    public void Cuts_a_long_line_on_both_sides() =>
        Assert.Equal(
            $"  1 | …{new string('x', 40)}make{new string('y', 98)}…\n    |  {new string(' ', 40)}^^^^",
            Excerpt(new string('x', 300) + "[make]" + new string('y', 300)));

    [Fact]
    public void Puts_carets_under_what_is_left_of_a_long_span() =>
        Assert.Equal(
            $"  1 | RUN {new string('x', 138)}…\n    |     {new string('^', 138)}",
            Excerpt("RUN [" + new string('x', 300) + "]"));

    [Theory]
    [InlineData("\tRUN [make]", "    | \t    ^^^^")]
    [InlineData("世界 [make]", "    |      ^^^^")]
    [InlineData("echo [世界]", "    |      ^^^^")]
    [InlineData("🦀🦀[x]", "    |     ^")]
    [InlineData("e\u0301 [x]", "    |   ^")]
    [InlineData("RUN x[]", "    |      ^")]
    [InlineData("[]", "    | ^")]
    public void Puts_the_caret_where_a_terminal_shows_the_span(string marked, string carets) => Assert.Equal(carets, Excerpt(marked).Split('\n')[1]);

    [Fact]
    public void Lets_no_file_talk_to_the_terminal() => Assert.DoesNotContain('\u001b', Excerpt("RUN \u001bc [make]"));

    [Fact]
    public void Cuts_no_character_in_two() => Assert.DoesNotContain('\uFFFD', Excerpt(string.Concat(Enumerable.Repeat("🦀", 200)) + "[x]" + string.Concat(Enumerable.Repeat("🦀", 200))));

    [Property(MaxTest = 500)]
    public void Fits_a_terminal_and_ends_carets_with_the_line(string? text, int column, int length)
    {
        var line = (text ?? "").ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal);
        line = string.Concat(Enumerable.Repeat(line, 20));
        var start = line.Length == 0 ? 0 : Math.Abs(column % (line.Length + 1));
        var location = new SourceLocation("f", new(1, start + 1), new(1, Math.Min(start + Math.Abs(length % 400), line.Length) + 1), line);
        var lines = location.Excerpt().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.All(lines, l => Assert.InRange(CellWidth.Of(l), 1, MaxWidth));
        Assert.EndsWith("^", lines[1], StringComparison.Ordinal);
    }

    private static string Excerpt(string marked)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        return new SourceText("f", text).LocationOf(Span.FromBounds(start, end)).Excerpt();
    }
}
