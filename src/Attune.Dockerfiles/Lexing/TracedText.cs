using System.Text;

namespace Attune.Dockerfiles.Lexing;

/// <summary>A text from which quotes and escapes are gone, and which knows the index of each character in its logical line.</summary>
internal sealed class TracedText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _indexes = [];

    /// <summary>Where the text starts in its line, opening quotes included.</summary>
    public int Start { get; init; }

    /// <summary>Where the text ends in its line, closing quotes included.</summary>
    public int End { get; set; }

    public int Length => _text.Length;

    public string Text => field ??= _text.ToString();

    public void Append(char c, int index)
    {
        _text.Append(c);
        _indexes.Add(index);
    }

    /// <summary>The index in the logical line of a character of this text, or the end of the text.</summary>
    public int IndexOf(int position) => position < _indexes.Count ? _indexes[position] : End;

    /// <summary>The rest from a character on.</summary>
    public TracedText From(int position, int start, int end) => Part(position, Length, start, end);

    /// <summary>A part, with its bounds in the logical line.</summary>
    public TracedText Part(int from, int to, int start, int end)
    {
        var part = new TracedText { Start = start, End = end };
        for (var i = from; i < to; i++)
            part.Append(_text[i], _indexes[i]);
        return part;
    }
}
