using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Instructions;

/// <summary><c>RUN [--mount=…] [--network=…] [--security=…] command</c></summary>
public sealed record RunInstruction : Instruction
{
    internal RunInstruction(RawInstruction raw)
        : base(raw)
    {
    }

    /// <summary>The command.</summary>
    public required CommandLine Command { get; init; }

    /// <summary>The mounts in the order in which they are written.</summary>
    public required ImmutableArray<MountFlag> Mounts { get; init; }
}
