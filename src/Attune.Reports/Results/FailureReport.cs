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
    public static IReadOnlyList<StyledLine> Render(BuildResult result) =>
    [
        .. result.Services.Where(s => s.Failure is not null).GroupBy(s => Key(s.Failure!))
            .SelectMany(same => Block([.. same.Select(s => s.Service)], same.First().Failure!)),
    ];

    /// <summary>The block of one failure, with an empty line after it.</summary>
    internal static IReadOnlyList<StyledLine> Block(IReadOnlyList<string> services, BuildFailure failure)
    {
        var lines = new List<StyledLine>
        {
            new([new("failed: ", Tone.Bad), new(string.Join(", ", services), Tone.Strong), new(StepSuffix(failure.StepName))]),
        };
        lines.AddRange(failure.LastLines.TakeLast(MaxLines).Select(line => new StyledLine([new("  | ", Tone.Dim), new(line)])));
        if (failure.Location is { } location)
            lines.AddRange(Source(location));
        lines.AddRange(failure.Message.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => StyledLine.Of("  " + line, Tone.Bad)));
        lines.Add(StyledLine.Empty);
        return lines;
    }

    /// <summary>What makes two failures the same one.</summary>
    internal static (string Message, string? Step, SourceLocation? Location) Key(BuildFailure failure) =>
        (failure.Message, failure.StepName, failure.Location);

    private static string StepSuffix(string? step) => step is null ? "" : $": {StepName.Parse(step).Full}";

    private static IEnumerable<StyledLine> Source(SourceLocation location) =>
        location.Excerpt().Split('\n').Select(line => StyledLine.Of(line)).Prepend(StyledLine.Of($"  {location}"));
}
