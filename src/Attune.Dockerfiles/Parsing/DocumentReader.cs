using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;
using Attune.Source;

namespace Attune.Dockerfiles.Parsing;

/// <summary>Reads a file's instructions one after the other.</summary>
internal static class DocumentReader
{
    /// <exception cref="LocatedException">The first fault of the file.</exception>
    public static ImmutableArray<Instruction> Read(ParseContext context)
    {
        var lines = new PhysicalLineReader(context.Source);
        var logicalLines = new LogicalLineReader(context.Source, lines, context.Escape);
        var heredocs = new HeredocReader(context, lines);
        var instructions = ImmutableArray.CreateBuilder<Instruction>();
        while (logicalLines.Read() is { } line)
        {
            var raw = RawInstruction.Split(line.All, context.Escape);
            raw = raw with { Heredocs = heredocs.Read(line, raw) };
            raw = raw with { Span = Span.FromBounds(logicalLines.Start, Math.Max(logicalLines.End, heredocs.End)) };
            instructions.Add(InstructionParser.Parse(raw, context));
        }

        return instructions.ToImmutable();
    }
}
