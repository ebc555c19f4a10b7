using System.Text;

namespace Attune.Dockerfiles.Expansion;

/// <summary>
/// Expands variables and removes quotes by the rules of BuildKit's own word lexer, which is close to a shell's but not the same:
/// https://docs.docker.com/reference/dockerfile/#environment-replacement.
/// </summary>
/// <param name="escape">The Dockerfile's escape character.</param>
/// <param name="variables">Gives a variable's value, or null when it isn't set.</param>
/// <param name="modes">Departures from plain expansion.</param>
internal sealed partial class ShellLexer(char escape, Func<string, string?> variables, LexerModes modes = LexerModes.None)
{
    private const char NoStop = '\uFFFF';

    private readonly List<string> _unset = [];
    private WordCollector _words = new();
    private string _text = "";
    private int _position;
    private int _depth;
    private bool _rawEscapes;

    private bool AtEnd => _position >= _text.Length;

    private char Current => _text[_position];

    /// <exception cref="ExpansionException">A quote or brace isn't closed, or a substitution is faulty.</exception>
    public LexedText Expand(string text)
    {
        _text = text;
        _position = 0;
        _depth = 0;
        _words = new();
        _unset.Clear();
        _rawEscapes = modes.HasFlag(LexerModes.RawEscapes);
        var expanded = ReadUntil(NoStop, _rawEscapes);
        return new(expanded, _words.Finish(), [.. _unset]);
    }

    private string ReadUntil(char stop, bool rawEscapes)
    {
        var outerRawEscapes = _rawEscapes;
        _rawEscapes = rawEscapes;
        var (result, start) = (new StringBuilder(), _position);
        while (!AtEnd)
        {
            if (Current == stop && stop != NoStop)
            {
                _position++;
                _rawEscapes = outerRawEscapes;
                return result.ToString();
            }

            ReadPiece(result);
        }

        if (stop != NoStop)
            throw new ExpansionException($"'{stop}' is missing", Math.Max(start - 1, 0));
        return result.ToString();
    }

    private void ReadPiece(StringBuilder result)
    {
        var start = _position;
        var c = Current;
        var piece = c switch
        {
            '$' => ReadDollar(),
            '\'' => ReadSingleQuoted(),
            '"' => ReadDoubleQuoted(),
            '<' => ReadHeredocOperator(),
            _ when c == escape => ReadEscaped(),
            _ => null,
        };
        if (piece is null)
        {
            _position++;
            piece = c.ToString();
        }

        result.Append(piece);
        // Words matter at the outermost level only: what is inside ${…} comes back as one piece.
        if (_depth > 0)
            return;
        if (c == '$' || (_position == start + 1 && c is not '<'))
            _words.AddSplit(piece, start, _position);
        else
            _words.AddWhole(piece, start, _position);
    }

    private string ReadEscaped()
    {
        var kept = _rawEscapes ? escape.ToString() : "";
        _position++;
        return AtEnd ? kept : kept + _text[_position++];
    }

    private string ReadSingleQuoted()
    {
        var end = _text.IndexOf('\'', _position + 1);
        if (end < 0)
            throw new ExpansionException("The closing single quote is missing", _position);
        var (start, length) = (_position + 1, end - _position - 1);
        _position = end + 1;
        return modes.HasFlag(LexerModes.RawQuotes) ? _text.Substring(start - 1, length + 2) : _text.Substring(start, length);
    }

    private string ReadDoubleQuoted()
    {
        var (result, start) = (new StringBuilder(), _position++);
        while (!AtEnd && Current != '"')
        {
            var c = Current;
            if (c == '$')
            {
                result.Append(ReadDollar());
                continue;
            }

            _position++;
            if (c == escape)
            {
                if (_rawEscapes)
                    result.Append(c);
                if (AtEnd)
                    break;
                if (Current is '"' or '$' || Current == escape)
                    c = _text[_position++];
            }

            result.Append(c);
        }

        if (AtEnd)
            throw new ExpansionException("The closing double quote is missing", start);
        _position++;
        return modes.HasFlag(LexerModes.RawQuotes) ? $"\"{result}\"" : result.ToString();
    }

    // Whitespace between << and a here-document's name is kept in one word with them.
    private string ReadHeredocOperator()
    {
        var start = _position++;
        if (AtEnd || Current != '<')
            return "<";
        _position++;
        while (!AtEnd && Current is ' ' or '\t' or '\r')
            _position++;
        return _text[start.._position];
    }
}
