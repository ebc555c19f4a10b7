using System.Collections.Immutable;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Instructions;

/// <summary><c>COPY</c> or <c>ADD</c></summary>
public sealed record CopyInstruction : Instruction
{
    internal CopyInstruction(RawInstruction raw)
        : base(raw)
    {
    }

    /// <summary>Paths, patterns or URLs, unexpanded; here-documents are not among them.</summary>
    public required ImmutableArray<Word> Sources { get; init; }

    /// <summary>Where to, unexpanded.</summary>
    public required Word Destination { get; init; }

    /// <summary>What <c>--from</c> names; null reads the build context.</summary>
    public Flag? From => FindFlag("from");
}
