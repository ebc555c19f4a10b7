using Attune.Source;

namespace Attune.Dockerfiles.Lexing;

/// <summary>An instruction's text with its continuation lines joined, which still knows where each character came from.</summary>
internal sealed class LogicalLine
{
    private readonly int[] _starts;
    private readonly int[] _sources;

    /// <param name="text">The joined text.</param>
    /// <param name="starts">Where each piece starts in <paramref name="text"/>, ascending; the first is 0.</param>
    /// <param name="sources">Where each piece starts in the file.</param>
    public LogicalLine(string text, int[] starts, int[] sources)
    {
        Text = text;
        _starts = starts;
        _sources = sources;
    }

    public string Text { get; }

    public Slice All => new(this, 0, Text.Length);

    /// <summary>The offset in the file of a character of the joined text.</summary>
    public int SourceOf(int index)
    {
        var piece = Array.BinarySearch(_starts, index);
        if (piece < 0)
            piece = ~piece - 1;
        return _sources[piece] + index - _starts[piece];
    }

    /// <summary>What a stretch of the joined text covers in the file, continuations between its ends included.</summary>
    public Span SpanOf(int start, int end) =>
        end <= start ? new(SourceOf(start), 0) : Span.FromBounds(SourceOf(start), SourceOf(end - 1) + 1);
}
