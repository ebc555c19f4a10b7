using System.Collections.Immutable;

namespace Attune.Source;

/// <summary>The text of one file, with what is needed to say where in it something stands.</summary>
public sealed class SourceText
{
    private readonly Lazy<ImmutableArray<int>> _lineStarts;

    /// <summary>Wraps a text that was read from <paramref name="path"/>.</summary>
    /// <param name="path">The path as the user knows it; shown in messages, never opened.</param>
    /// <param name="text">The whole text, line endings untouched.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = new(() => FindLineStarts(text));
    }

    /// <summary>The path as the user knows it.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The number of lines; a trailing line break starts no further line.</summary>
    public int LineCount => _lineStarts.Value.Length;

    /// <summary>Where an offset stands, as line and column counted from 1.</summary>
    /// <param name="offset">An offset in 0…<c>Text.Length</c>; values outside are clamped.</param>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = _lineStarts.Value.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new(line + 1, offset - _lineStarts.Value[line] + 1);
    }

    /// <summary>The offset of a position; a line past the end gives the end of the text.</summary>
    public int OffsetOf(LinePosition position) =>
        position.Line > LineCount ? Text.Length : Math.Min(_lineStarts.Value[Math.Max(position.Line, 1) - 1] + position.Column - 1, Text.Length);

    /// <summary>One line without its line break, or an empty string when there is no such line.</summary>
    /// <param name="line">The line, counted from 1.</param>
    public string LineAt(int line)
    {
        if (line < 1 || line > LineCount)
            return "";
        var start = _lineStarts.Value[line - 1];
        var end = line < LineCount ? _lineStarts.Value[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The location of a span in this text.</summary>
    public SourceLocation LocationOf(Span span)
    {
        var start = PositionOf(span.Start);
        return new(Path, start, PositionOf(span.End), LineAt(start.Line));
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length - 1; i++)
            if (text[i] == '\n')
                starts.Add(i + 1);
        return starts.ToImmutable();
    }
}
