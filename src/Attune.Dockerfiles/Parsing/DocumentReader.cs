using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;
using Attune.Source;

namespace Attune.Dockerfiles.Parsing;

/// <summary>Reads a file's instructions one after the other.</summary>
internal static class DocumentReader
{
    /// <exception cref="LocatedException">The first fault of the file.</exception>
    public static ImmutableArray<Instruction> Read(ParseContext context) => [.. Split(context).Select(raw => InstructionParser.Parse(raw, context))];

    /// <summary>The instructions as BuildKit's parser splits them, before anything asks whether they make sense.</summary>
    /// <exception cref="LocatedException">A here-document isn't ended, or a line is too long.</exception>
    public static IEnumerable<RawInstruction> Split(ParseContext context)
    {
        var lines = new PhysicalLineReader(context.Source);
        var logicalLines = new LogicalLineReader(context.Source, lines, context.Escape);
        var heredocs = new HeredocReader(context, lines);
        while (logicalLines.Read() is { } line)
        {
            var raw = RawInstruction.Split(line.All, context.Escape);
            raw = raw with { Heredocs = heredocs.Read(line, raw) };
            yield return raw with { Span = Span.FromBounds(logicalLines.Start, Math.Max(logicalLines.End, heredocs.End)) };
        }
    }
}
