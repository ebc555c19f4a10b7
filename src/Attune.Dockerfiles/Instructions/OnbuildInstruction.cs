using Attune.Dockerfiles.Parsing;
using Attune.Source;

namespace Attune.Dockerfiles.Instructions;

/// <summary><c>ONBUILD instruction</c></summary>
public sealed record OnbuildInstruction : Instruction
{
    internal OnbuildInstruction(RawInstruction raw)
        : base(raw)
    {
    }

    /// <summary>The instruction that runs in stages built on this one; null when it is faulty, which BuildKit notices only there.</summary>
    public Instruction? Trigger { get; init; }

    /// <summary>What is wrong with the trigger.</summary>
    public LocatedException? TriggerFault { get; init; }
}
