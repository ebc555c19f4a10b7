using Attune.Dockerfiles.Instructions;
using Attune.Source;

namespace Attune.Dockerfiles.Lexing;

/// <summary>A stretch of a logical line.</summary>
internal readonly record struct Slice(LogicalLine Line, int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public ReadOnlySpan<char> Chars => Line.Text.AsSpan(Start, Length);

    public Span Span => Line.SpanOf(Start, End);

    /// <summary>The part between two indexes of the logical line.</summary>
    public Slice Between(int start, int end) => new(Line, start, end);

    public Slice Trim()
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(Line.Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Line.Text[end - 1]))
            end--;
        return new(Line, start, end);
    }

    public Word ToWord() => new(Chars.ToString(), Span);

    public override string ToString() => Chars.ToString();
}
