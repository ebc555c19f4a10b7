using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Resolution;

namespace Attune.Builds.Recording;

/// <summary>What the Dockerfile frontend numbers within a stage (buildkit: dockerfile2llb/convert.go, countCommands).</summary>
public static class StepNumbers
{
    private static readonly HashSet<string> _numbered = ["RUN", "COPY", "ADD", "WORKDIR"];

    /// <summary>The numbered instructions of a stage; the first one has number 1.</summary>
    public static ImmutableArray<Instruction> Of(ResolvedStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        // FROM counts when it loads an image; a stage or nothing at all takes no step.
        IEnumerable<Instruction> from = stage.BaseStage is null && stage.BaseName != "scratch" ? [stage.Declaration.From] : [];
        return [.. from, .. stage.Declaration.Instructions.Where(i => _numbered.Contains(i.Keyword))];
    }
}
