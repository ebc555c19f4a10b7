using Attune.BuildKit;
using Attune.Builds.Recording;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Resolution;
using Attune.Source;

namespace Attune.Builds.Solving;

/// <summary>Finds the Dockerfile line of a step.</summary>
internal static class StepLocator
{
    /// <summary>The place that the engine names.</summary>
    public static SourceLocation? Locate(DockerfileDocument? document, SourceRange? range)
    {
        if (document is null || range is null || range.StartLine < 1)
            return null;
        var source = document.Source;
        var start = source.OffsetOf(new(range.StartLine, 1));
        return source.LocationOf(new(start, source.LineAt(range.StartLine).Length));
    }

    /// <summary>The place of a step by its name, for engines that don't say (20.10).</summary>
    public static SourceLocation? Locate(ResolvedBuild? build, StepName? step)
    {
        if (build is null || step is null)
            return null;
        var stage = build.Stages.FirstOrDefault(s => string.Equals(s.Declaration.DisplayName, step.Stage, StringComparison.OrdinalIgnoreCase))
            ?? build.Stages[^1];
        var numbered = StepNumbers.Of(stage);
        var index = step.Number - 1;
        return index < numbered.Length && numbered[index].Keyword == step.Keyword ? FirstLine(build.Document, numbered[index]) : null;
    }

    private static SourceLocation FirstLine(DockerfileDocument document, Instruction instruction)
    {
        var line = document.Source.PositionOf(instruction.Span.Start).Line;
        var end = Math.Min(instruction.Span.End, instruction.Span.Start + document.Source.LineAt(line).Length);
        return document.LocationOf(Span.FromBounds(instruction.Span.Start, end));
    }
}
