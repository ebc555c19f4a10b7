using System.Collections.Immutable;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Instructions;

/// <summary><c>EXPOSE</c>, <c>MAINTAINER</c>, <c>STOPSIGNAL</c>, <c>USER</c>, <c>VOLUME</c> or <c>WORKDIR</c>: words and nothing else.</summary>
public sealed record SimpleInstruction : Instruction
{
    internal SimpleInstruction(RawInstruction raw)
        : base(raw)
    {
    }

    /// <summary>The words, unexpanded; one for all but EXPOSE and VOLUME.</summary>
    public required ImmutableArray<Word> Words { get; init; }
}
