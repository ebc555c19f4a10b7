using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Stages;

/// <summary>An instruction that a stage carries out.</summary>
/// <param name="Instruction">The instruction.</param>
/// <param name="Execution">Why it runs.</param>
/// <param name="Links">COPY: what <c>--from</c> names, if anything. RUN: one entry a mount, null for a mount without <c>from</c>.</param>
internal sealed record StageCommand(Instruction Instruction, Execution Execution, ImmutableArray<StageLink?> Links);
