using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;
using Attune.Source;

namespace Attune.Dockerfiles.Parsing;

/// <summary>An instruction that is split into keyword, flags and the rest, and not yet understood.</summary>
internal sealed record RawInstruction(Slice KeywordSlice, ImmutableArray<Flag> Flags, Slice Rest)
{
    /// <summary>The keyword in upper case.</summary>
    public string Keyword { get; } = KeywordSlice.ToString().ToUpperInvariant();

    /// <summary>The whole instruction.</summary>
    public Span Span { get; init; }

    public ImmutableArray<Heredoc> Heredocs { get; init; } = [];

    public static RawInstruction Split(Slice line, char escape)
    {
        line = line.Trim();
        var end = line.Start;
        while (end < line.End && !Whitespace.IsSeparator(line.Line.Text[end]))
            end++;
        var flags = new FlagLexer(line.Between(end, line.End), escape).Read(out var rest);
        return new(line.Between(line.Start, end), [.. flags], rest) { Span = line.Span };
    }
}
