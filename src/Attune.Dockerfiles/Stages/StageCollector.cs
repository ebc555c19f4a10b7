using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Stages;

/// <summary>Groups instructions into stages.</summary>
internal static class StageCollector
{
    /// <exception cref="Attune.Source.LocatedException">Something else than ARG precedes the first FROM, or there is no FROM.</exception>
    public static ImmutableArray<StageDeclaration> Collect(ImmutableArray<Instruction> instructions, ParseContext context)
    {
        var stages = ImmutableArray.CreateBuilder<StageDeclaration>();
        FromInstruction? current = null;
        var body = ImmutableArray.CreateBuilder<Instruction>();
        foreach (var instruction in instructions)
        {
            if (instruction is FromInstruction from)
            {
                Close(from);
            }
            else if (current is not null)
            {
                body.Add(instruction);
            }
            else if (instruction is not ArgInstruction)
            {
                throw context.Fault(instruction.KeywordSpan, $"{instruction.Keyword} precedes the first FROM", "Only ARG may.");
            }
        }

        Close(null);
        return stages.Count > 0
            ? stages.ToImmutable()
            : throw context.Fault(new(context.Source.Text.Length, 0), "There is no FROM in this Dockerfile");

        void Close(FromInstruction? next)
        {
            if (current is not null)
                stages.Add(new(stages.Count, current.Name?.Text.ToLowerInvariant(), current, body.ToImmutable()));
            body.Clear();
            current = next;
        }
    }
}
