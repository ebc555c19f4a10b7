namespace Attune.Source;

/// <summary>A stretch of a <see cref="SourceText"/>, in UTF-16 code units.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">How many characters it covers; 0 marks a point.</param>
public readonly record struct Span(int Start, int Length)
{
    /// <summary>The offset just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span between two offsets.</summary>
    public static Span FromBounds(int start, int end) => new(start, Math.Max(end - start, 0));
}

/// <summary>A place in a text as people count it: line and column from 1.</summary>
public readonly record struct LinePosition(int Line, int Column);
