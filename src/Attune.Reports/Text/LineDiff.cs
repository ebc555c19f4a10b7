namespace Attune.Reports.Text;

/// <summary>A line of a difference.</summary>
/// <param name="Mark">Blank, <c>-</c> or <c>+</c>.</param>
/// <param name="Text">The line with its line break.</param>
/// <param name="Before">Its number in the old text, or that of the line that follows there; from 1.</param>
/// <param name="After">The same in the new text.</param>
internal readonly record struct DiffLine(char Mark, string Text, int Before, int After);

/// <summary>The shortest difference of two texts, line by line.</summary>
internal static class LineDiff
{
    public static IEnumerable<DiffLine> Of(string[] before, string[] after)
    {
        var head = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        var tail = before[head..].Reverse().Zip(after[head..].Reverse()).TakeWhile(p => p.First == p.Second).Count();
        var common = CommonLengths(before.AsSpan(head..^tail), after.AsSpan(head..^tail));
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            var (hasOld, hasNew) = (i < before.Length - tail, j < after.Length - tail);
            if (hasOld == hasNew && before[i] == after[j])
                yield return new(' ', before[i], ++i, ++j);
            else if (hasOld && (!hasNew || common[i - head + 1][j - head] >= common[i - head][j - head + 1]))
                yield return new('-', before[i], ++i, j + 1);
            else
                yield return new('+', after[j], i + 1, ++j);
        }
    }

    // How many lines the rests have in common, from each pair of lines on.
    private static int[][] CommonLengths(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var lengths = new int[before.Length + 1][];
        lengths[^1] = new int[after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            lengths[i] = new int[after.Length + 1];
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i][j] = before[i] == after[j] ? lengths[i + 1][j + 1] + 1 : Math.Max(lengths[i + 1][j], lengths[i][j + 1]);
        }

        return lengths;
    }
}
