using Attune.Reports.Text;
using FsCheck.Xunit;

namespace Attune.Reports.Tests.Text;

public class UnifiedDiffTests
{
    [Fact]
    public Task Shows_changes_with_their_surroundings()
    {
        var before = string.Concat(Enumerable.Range(1, 24).Select(i => $"line {i}\n")) + "end";
        var after = before
            .Replace("line 2\n", "line two\n", StringComparison.Ordinal)
            .Replace("line 7\n", "line 7\nline 7½\n", StringComparison.Ordinal)
            .Replace("line 20\n", "", StringComparison.Ordinal)
            .Replace("end", "END\n", StringComparison.Ordinal);
        return Verifier.Verify(string.Join('\n', UnifiedDiff.Render("dir/Dockerfile", before, after)));
    }

    [Fact]
    public void Is_empty_when_nothing_changes() => Assert.Empty(UnifiedDiff.Render("Dockerfile", "FROM scratch\n", "FROM scratch\n"));

    [Property]
    public void Holds_both_texts(byte[] before, byte[] after)
    {
        string[] old = [.. before.Select(Line)], changed = [.. after.Select(Line)];
        var lines = LineDiff.Of(old, changed).ToList();
        Assert.Equal(old, lines.Where(l => l.Mark != '+').Select(l => l.Text));
        Assert.Equal(changed, lines.Where(l => l.Mark != '-').Select(l => l.Text));
    }

    // Few different lines, so that many are equal.
    private static string Line(byte number) => $"{number % 4}\n";
}
