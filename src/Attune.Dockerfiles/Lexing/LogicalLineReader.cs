using System.Text;
using Attune.Source;

namespace Attune.Dockerfiles.Lexing;

/// <summary>Joins continuation lines, dropping the comments and blank lines between them.</summary>
internal sealed class LogicalLineReader(SourceText source, PhysicalLineReader lines, char escape)
{
    private readonly string _text = source.Text;
    private readonly StringBuilder _joined = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _sources = [];

    /// <summary>The offset where the instruction that was read last starts.</summary>
    public int Start { get; private set; }

    /// <summary>The offset where the last line of the instruction that was read last ends, line break left out.</summary>
    public int End { get; private set; }

    /// <summary>The next instruction's text, or null at the end of the file.</summary>
    public LogicalLine? Read()
    {
        while (lines.TryRead(out var line))
        {
            var start = SkipWhitespace(line.Start, line.End);
            if (start == line.End || _text[start] == '#')
                continue;
            Start = start;
            return ReadFrom(start, line.End);
        }

        return null;
    }

    private LogicalLine ReadFrom(int start, int end)
    {
        _joined.Clear();
        _starts.Clear();
        _sources.Clear();
        var continues = Append(start, end);
        while (continues && lines.TryRead(out var line))
        {
            End = line.End;
            var content = SkipWhitespace(line.Start, line.End);
            if (content == line.End || _text[content] == '#')
                continue;
            continues = Append(line.Start, line.End);
        }

        return new(_joined.ToString(), [.. _starts], [.. _sources]);
    }

    // Says whether the line goes on: it ends in one escape character, whitespace after it allowed, that isn't itself escaped.
    private bool Append(int start, int end)
    {
        End = end;
        var last = end - 1;
        while (last >= start && _text[last] is ' ' or '\t')
            last--;
        var continues = last >= start && _text[last] == escape && (last == start || _text[last - 1] != escape);
        _starts.Add(_joined.Length);
        _sources.Add(start);
        _joined.Append(_text, start, (continues ? last : end) - start);
        return continues;
    }

    private int SkipWhitespace(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        return start;
    }
}
