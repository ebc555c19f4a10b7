using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Results;

/// <summary>Why services failed: the step, its last lines, its place in the Dockerfile, the message.</summary>
public static class FailureReport
{
    private const int MaxLines = 20;

    /// <summary>A block for each failure; services that failed by the same step of the same Dockerfile share one.</summary>
    /// <param name="result">The build's result.</param>
    /// <param name="width">The cells that a source line may take; the rest is never cut.</param>
    public static IReadOnlyList<StyledLine> Render(BuildResult result, int width) =>
    [
        .. result.Services.Where(s => s.Failure is not null).GroupBy(s => Key(s.Failure!))
            .SelectMany(same => Block([.. same.Select(s => s.Service)], same.First().Failure!, width)),
    ];

    /// <summary>The block of one failure, with an empty line after it.</summary>
    internal static IReadOnlyList<StyledLine> Block(IReadOnlyList<string> services, BuildFailure failure, int width)
    {
        var lines = new List<StyledLine>
        {
            new([new(string.Join(", ", services), Tone.Strong), new(" failed", Tone.Bad), new(StepSuffix(failure.StepName))]),
        };
        lines.AddRange(failure.LastLines.TakeLast(MaxLines).Select(line => new StyledLine([new("  | ", Tone.Dim), new(line)])));
        if (failure.Location is { } location)
            lines.AddRange(Source(location, width));
        lines.AddRange(failure.Message.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => StyledLine.Of("  " + line, Tone.Bad)));
        lines.Add(StyledLine.Empty);
        return lines;
    }

    /// <summary>What makes two failures the same one.</summary>
    internal static (string Message, string? Step, SourceLocation? Location) Key(BuildFailure failure) =>
        (failure.Message, failure.StepName, failure.Location);

    private static string StepSuffix(string? step) => step is null ? "" : $": {StepName.Parse(step).Full}";

    // A caret line that wraps points at nothing; one whose carets would be cut off too.
    private static IEnumerable<StyledLine> Source(SourceLocation location, int width)
    {
        var excerpt = location.Excerpt().Split('\n');
        var isCut = excerpt[^1].IndexOf('^', StringComparison.Ordinal) < width;
        return excerpt.Select(line => StyledLine.Of(isCut ? CellWidth.Fit(line, width) : line)).Prepend(StyledLine.Of($"  {location}"));
    }
}
