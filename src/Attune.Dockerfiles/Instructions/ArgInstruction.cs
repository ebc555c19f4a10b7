using System.Collections.Immutable;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Instructions;

/// <summary><c>ARG name[=default] …</c></summary>
public sealed record ArgInstruction : Instruction
{
    internal ArgInstruction(RawInstruction raw)
        : base(raw)
    {
    }

    /// <summary>The declared arguments.</summary>
    public required ImmutableArray<Argument> Declared { get; init; }
}

/// <summary>One argument of an ARG.</summary>
/// <param name="Name">The name.</param>
/// <param name="Default">The default, unexpanded; null when there is none.</param>
public sealed record Argument(Word Name, Word? Default);
