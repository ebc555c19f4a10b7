using System.Collections.Immutable;
using Attune.Dockerfiles.Parsing;
using Attune.Source;

namespace Attune.Dockerfiles.Instructions;

/// <summary>One instruction of a Dockerfile.</summary>
public abstract record Instruction
{
    private protected Instruction(RawInstruction raw)
    {
        Keyword = raw.Keyword;
        KeywordSpan = raw.KeywordSlice.Span;
        Span = raw.Span;
        Flags = raw.Flags;
        Arguments = raw.Rest.ToWord();
        Heredocs = raw.Heredocs;
    }

    /// <summary>The keyword in upper case.</summary>
    public string Keyword { get; }

    /// <summary>Where the keyword stands.</summary>
    public Span KeywordSpan { get; }

    /// <summary>The instruction from its first character to its last, here-documents included, the final line break not.</summary>
    public Span Span { get; }

    /// <summary>The flags in the order in which they are written.</summary>
    public ImmutableArray<Flag> Flags { get; }

    /// <summary>What follows keyword and flags on the (joined) line.</summary>
    public Word Arguments { get; }

    /// <summary>The here-documents, if any.</summary>
    public ImmutableArray<Heredoc> Heredocs { get; }

    /// <summary>The first flag of a name, or null.</summary>
    public Flag? FindFlag(string name) => Flags.FirstOrDefault(f => f.Name == name);
}
