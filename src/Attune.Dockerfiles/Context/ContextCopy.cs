using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Scopes;
using Attune.Dockerfiles.Stages;
using Attune.Source;

namespace Attune.Dockerfiles.Context;

/// <summary>An instruction that reads the main build context.</summary>
/// <param name="Stage">The stage that runs it.</param>
/// <param name="Instruction">The COPY or ADD, or the RUN with a bind mount.</param>
/// <param name="Sources">What it reads, expanded: paths and patterns as they are written; for a bind mount its source, or <c>/</c>.</param>
public sealed record ContextCopy(StageDeclaration Stage, Instruction Instruction, ImmutableArray<string> Sources)
{
    /// <summary>Where the instruction (or the mount flag) stands.</summary>
    public required Span Span { get; init; }

    /// <summary>Whether the sources may turn out differently because of the base image.</summary>
    public required Certainty Certainty { get; init; }
}
