using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Lexing;

/// <summary>Splits the <c>--name=value</c> words off an instruction; quotes group and vanish, as in BuildKit.</summary>
internal sealed class FlagLexer(Slice rest, char escape)
{
    private readonly string _text = rest.Line.Text;
    private int _position = rest.Start;

    /// <summary>Reads all flags.</summary>
    /// <param name="remainder">What follows them, trimmed.</param>
    public List<Flag> Read(out Slice remainder)
    {
        var flags = new List<Flag>();
        while (true)
        {
            while (_position < rest.End && char.IsWhiteSpace(_text[_position]))
                _position++;
            remainder = rest.Between(_position, rest.End).Trim();
            if (!remainder.Chars.StartsWith("--", StringComparison.Ordinal))
                return flags;
            var word = ReadWord();
            if (word.Text == "--")
            {
                remainder = rest.Between(_position, rest.End).Trim();
                return flags;
            }

            flags.Add(ToFlag(word));
        }
    }

    private TracedText ReadWord()
    {
        var start = _position;
        while (_position < rest.End && _text[_position] is not ('\'' or '"') && _text[_position] != escape && !char.IsWhiteSpace(_text[_position]))
            _position++;
        if (_position == rest.End || char.IsWhiteSpace(_text[_position]))
            return new(_text[start.._position], start);
        _position = start;
        return ReadQuotedWord();
    }

    private TracedText ReadQuotedWord()
    {
        var (word, start, quote) = (new TracedText.Builder(), _position, '\0');
        for (; _position < rest.End; _position++)
        {
            var c = _text[_position];
            if (quote == '\0' && char.IsWhiteSpace(c))
                break;
            if (c == quote)
            {
                quote = '\0';
                continue;
            }

            if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
                continue;
            }

            if (c == escape && ++_position == rest.End)
                break;
            word.Append(_text[_position], _position);
        }

        return word.Build(start, _position);
    }

    private Flag ToFlag(TracedText word)
    {
        var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
        var nameEnd = equals < 0 ? word.Length : equals;
        var span = rest.Line.SpanOf(word.Start, word.End);
        var name = word.Text[Math.Min(2, nameEnd)..nameEnd];
        if (equals < 0)
            return new(name, null, span, new(span.End, 0));
        var valueStart = word.IndexOf(equals) + 1;
        return new(name, word.Text[(equals + 1)..], span, rest.Line.SpanOf(valueStart, word.End))
        {
            Trace = word.Part(equals + 1, word.Length, valueStart, word.End),
            Line = rest.Line,
        };
    }
}
