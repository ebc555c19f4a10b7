using System.Text;

namespace Attune.Dockerfiles.Lexing;

/// <summary>A text from which quotes and escapes are gone, and which knows the index of each character in its logical line.</summary>
internal sealed class TracedText
{
    private readonly int _first;
    private readonly int[]? _indexes;

    /// <summary>A text that stands in the line as it is.</summary>
    public TracedText(string text, int first)
    {
        (Text, _first, Start, End) = (text, first, first, first + text.Length);
    }

    private TracedText(string text, int[] indexes) => (Text, _indexes) = (text, indexes);

    public string Text { get; }

    public int Length => Text.Length;

    /// <summary>Where the text starts in its line, opening quotes included.</summary>
    public int Start { get; init; }

    /// <summary>Where the text ends in its line, closing quotes included.</summary>
    public int End { get; init; }

    /// <summary>The index in the logical line of a character of this text, or the end of the text.</summary>
    public int IndexOf(int position) => position >= Length ? End : _indexes?[position] ?? _first + position;

    /// <summary>A part, with its bounds in the logical line.</summary>
    public TracedText Part(int from, int to, int start, int end) => _indexes is null
        ? new(Text[from..to], _first + from) { Start = start, End = end }
        : new(Text[from..to], _indexes[from..to]) { Start = start, End = end };

    /// <summary>Gathers a text character by character.</summary>
    internal sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private readonly List<int> _indexes = [];

        public void Append(char c, int index)
        {
            _text.Append(c);
            _indexes.Add(index);
        }

        public TracedText Build(int start, int end) => new(_text.ToString(), [.. _indexes]) { Start = start, End = end };
    }
}
