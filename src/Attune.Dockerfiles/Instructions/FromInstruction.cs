using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Instructions;

/// <summary><c>FROM [--platform=…] base [AS name]</c></summary>
public sealed record FromInstruction : Instruction
{
    internal FromInstruction(RawInstruction raw)
        : base(raw)
    {
    }

    /// <summary>The image, stage or <c>scratch</c>; global arguments in it are unexpanded.</summary>
    public required Word Base { get; init; }

    /// <summary>The stage's name as it is written.</summary>
    public Word? Name { get; init; }
}
