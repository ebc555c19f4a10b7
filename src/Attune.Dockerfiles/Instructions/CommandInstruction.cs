using System.Collections.Immutable;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Instructions;

/// <summary><c>CMD</c>, <c>ENTRYPOINT</c>, <c>SHELL</c> or <c>HEALTHCHECK CMD</c>/<c>NONE</c></summary>
public sealed record CommandInstruction : Instruction
{
    internal CommandInstruction(RawInstruction raw)
        : base(raw)
    {
    }

    /// <summary>The command; empty for <c>HEALTHCHECK NONE</c>.</summary>
    public required CommandLine Command { get; init; }
}

/// <summary>A command in shell form or exec form.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Words">Exec form: the arguments. Shell form: one word, the whole line, or none.</param>
public sealed record CommandLine(CommandForm Form, ImmutableArray<Word> Words);

/// <summary>How a command is written.</summary>
public enum CommandForm
{
    /// <summary>A line for the shell.</summary>
    Shell,

    /// <summary>A JSON array of strings.</summary>
    Exec,
}
