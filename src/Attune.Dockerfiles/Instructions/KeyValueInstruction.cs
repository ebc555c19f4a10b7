using System.Collections.Immutable;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Instructions;

/// <summary><c>ENV</c> or <c>LABEL</c>: <c>name=value …</c> or the older <c>name value</c>.</summary>
public sealed record KeyValueInstruction : Instruction
{
    internal KeyValueInstruction(RawInstruction raw)
        : base(raw)
    {
    }

    /// <summary>The pairs.</summary>
    public required ImmutableArray<KeyValueWord> Pairs { get; init; }
}

/// <summary>One pair of an ENV or LABEL, unexpanded.</summary>
public sealed record KeyValueWord(Word Key, Word Value);
