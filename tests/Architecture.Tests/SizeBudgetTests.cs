namespace Architecture.Tests;

/// <summary>Files and functions stay small enough to be read at one go.</summary>
public sealed class SizeBudgetTests
{
    private const int MaxFileLines = 300;
    private const int MaxMedianLines = 60;
    private const int MaxFunctionLines = 60;

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(
            from file in Sources.CSharpFiles("src", "build", "tests")
            let lines = File.ReadLines(file).Count()
            where lines > MaxFileLines
            select $"{Sources.Relative(file)}: {lines}");

    [Fact]
    public void The_median_file_has_at_most_60_lines()
    {
        int[] lengths = [.. Sources.CSharpFiles("src", "build").Select(f => File.ReadLines(f).Count()).Order()];
        Assert.InRange(lengths[lengths.Length / 2], 1, MaxMedianLines);
    }

    [Fact]
    public void No_function_is_longer_than_60_lines() =>
        Assert.Empty(
            from file in Sources.CSharpFiles("src", "build", "tests")
            from function in FunctionsOf(File.ReadAllLines(file))
            where function.Length > MaxFunctionLines
            select $"{Sources.Relative(file)}:{function.Line}: {function.Length} lines");

    [Fact]
    public void Nothing_is_left_for_later()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];
        Assert.Empty(
            from file in Sources.CSharpFiles("src", "build", "tests")
            from line in File.ReadLines(file)
            where marks.Any(mark => line.Contains(mark, StringComparison.Ordinal))
            select $"{Sources.Relative(file)}: {line.Trim()}");
    }

    // A block opened by a brace on its own line, one or two levels deep, and not the body of a type, is a function: the code style guarantees it.
    private static IEnumerable<(int Line, int Length)> FunctionsOf(string[] lines)
    {
        for (var start = 1; start < lines.Length; start++)
        {
            var indent = lines[start].TakeWhile(c => c == ' ').Count();
            if (lines[start].Trim() != "{" || indent is not (4 or 8) || IsTypeHeader(lines, start))
                continue;
            var end = Array.FindIndex(lines, start, l => l.StartsWith(new string(' ', indent) + "}", StringComparison.Ordinal));
            yield return (start, end - start - 1);
        }
    }

    private static bool IsTypeHeader(string[] lines, int brace)
    {
        string[] words = [" class ", " record ", " struct ", " interface ", " enum "];
        var header = " " + string.Join(' ', lines[Math.Max(brace - 4, 0)..brace].Reverse().TakeWhile(l => l.Trim().Length > 0 && !l.TrimEnd().EndsWith('}')).Reverse()) + " ";
        return words.Any(w => header.Contains(w, StringComparison.Ordinal)) && !header.Contains("=>", StringComparison.Ordinal);
    }
}
