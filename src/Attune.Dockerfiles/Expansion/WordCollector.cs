using System.Text;

namespace Attune.Dockerfiles.Expansion;

/// <summary>Gathers the words of a text while it is expanded.</summary>
internal sealed class WordCollector
{
    private readonly StringBuilder _word = new();
    private readonly List<LexedWord> _words = [];
    private int _start;
    private int _end;

    /// <summary>Adds text in which whitespace separates words.</summary>
    public void AddSplit(ReadOnlySpan<char> text, int start, int end)
    {
        foreach (var c in text)
            if (char.IsWhiteSpace(c))
                Flush();
            else
                AddWhole([c], start, end);
    }

    /// <summary>Adds text in which whitespace is part of the word.</summary>
    public void AddWhole(ReadOnlySpan<char> text, int start, int end)
    {
        if (_word.Length == 0)
            _start = start;
        _word.Append(text);
        _end = end;
    }

    public IReadOnlyList<LexedWord> Finish()
    {
        Flush();
        return _words;
    }

    private void Flush()
    {
        if (_word.Length > 0)
            _words.Add(new(_word.ToString(), _start, _end));
        _word.Clear();
    }
}
