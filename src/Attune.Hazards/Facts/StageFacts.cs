using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Resolution;

namespace Attune.Hazards.Facts;

/// <summary>A stage of a build, with all that ran before in the same file system.</summary>
/// <param name="Build">The build.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Chain">The stages that it starts from and itself, the first one first.</param>
internal sealed record StageFacts(PlatformBuild Build, ResolvedStage Stage, ImmutableArray<ResolvedStage> Chain)
{
    /// <summary>The instructions of the whole chain in order.</summary>
    public IEnumerable<Instruction> Instructions => Chain.SelectMany(s => s.Declaration.Instructions);

    /// <summary>The image that the chain starts from.</summary>
    public string BaseImage => Chain[0].BaseName;

    public static IEnumerable<StageFacts> Of(PlatformBuild build)
    {
        var stages = build.Resolved.Stages.ToDictionary(s => s.Declaration.Index);
        foreach (var stage in build.Resolved.Stages)
        {
            var chain = new List<ResolvedStage> { stage };
            while (chain[^1].BaseStage is { } parent && stages.TryGetValue(parent.Index, out var next))
                chain.Add(next);
            chain.Reverse();
            yield return new(build, stage, [.. chain]);
        }
    }
}
