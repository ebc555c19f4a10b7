using System.Globalization;

namespace Attune.Reports.Text;

/// <summary>The difference of two texts as <c>diff -u</c> shows it: what <c>git apply</c> and <c>patch -p1</c> take.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The lines, each without its line break; none when the texts are equal.</summary>
    /// <param name="path">The file, relative to where the difference is applied.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    public static IEnumerable<StyledLine> Render(string path, string before, string after)
    {
        if (before == after)
            yield break;
        yield return StyledLine.Of($"--- a/{path}", Tone.Strong);
        yield return StyledLine.Of($"+++ b/{path}", Tone.Strong);
        foreach (var line in Hunks([.. LineDiff.Of(Lines(before), Lines(after))]).SelectMany(Render))
            yield return line;
    }

    private static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
            lines[i] += '\n';
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static IEnumerable<DiffLine[]> Hunks(DiffLine[] lines)
    {
        for (var first = NextChange(lines, 0); first < lines.Length;)
        {
            var (end, next) = (first, first);
            for (; next < lines.Length && next - end <= 2 * Context; next = NextChange(lines, end))
                end = next + 1;
            yield return lines[Math.Max(first - Context, 0)..Math.Min(end + Context, lines.Length)];
            first = next;
        }
    }

    private static int NextChange(DiffLine[] lines, int from) => Array.FindIndex(lines, from, l => l.Mark != ' ') is >= 0 and var found ? found : lines.Length;

    private static IEnumerable<StyledLine> Render(DiffLine[] hunk)
    {
        yield return StyledLine.Of($"@@ -{Range(hunk, '+', hunk[0].Before)} +{Range(hunk, '-', hunk[0].After)} @@", Tone.Active);
        foreach (var (mark, text, _, _) in hunk)
        {
            yield return StyledLine.Of(mark + text.TrimEnd('\n'), mark switch { '+' => Tone.Good, '-' => Tone.Bad, _ => Tone.Plain });
            if (!text.EndsWith('\n'))
                yield return StyledLine.Of(@"\ No newline at end of file");
        }
    }

    // A side without lines is numbered by the line before it: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
    private static string Range(DiffLine[] hunk, char others, int first)
    {
        var count = hunk.Count(l => l.Mark != others);
        return string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? first - 1 : first)},{count}");
    }
}
