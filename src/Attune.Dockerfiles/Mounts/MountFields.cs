using Attune.Dockerfiles.Lexing;

namespace Attune.Dockerfiles.Mounts;

/// <summary>Splits the value of a <c>--mount</c>, which is one line of CSV.</summary>
internal sealed class MountFields(TracedText value)
{
    private readonly string _text = value.Text;
    private int _position;
    private int _fieldStart = value.Start;

    /// <exception cref="FormatException">The quotes are wrong; the message says how.</exception>
    public IEnumerable<TracedText> Split()
    {
        while (true)
        {
            var content = _position < _text.Length && _text[_position] == '"' ? ReadQuoted() : ReadPlain();
            yield return content;
            if (_position == _text.Length)
                yield break;
            _fieldStart = value.IndexOf(_position) + 1;
            _position++;
        }
    }

    private TracedText ReadPlain()
    {
        var end = _text.IndexOf(',', _position);
        if (end < 0)
            end = _text.Length;
        if (_text.AsSpan(_position, end - _position).Contains('"'))
            throw new FormatException("A quote in the middle of a mount option must enclose the whole option");
        var start = _position;
        _position = end;
        return value.Part(start, end, _fieldStart, value.IndexOf(end));
    }

    private TracedText ReadQuoted()
    {
        var content = new TracedText.Builder();
        for (_position++; _position < _text.Length; _position++)
        {
            if (_text[_position] != '"')
            {
                content.Append(_text[_position], value.IndexOf(_position));
                continue;
            }

            _position++;
            if (_position == _text.Length || _text[_position] == ',')
                return content.Build(_fieldStart, value.IndexOf(_position));
            if (_text[_position] != '"')
                throw new FormatException("Only a comma may follow the closing quote of a mount option");
            content.Append('"', value.IndexOf(_position));
        }

        throw new FormatException("The closing quote of a mount option is missing");
    }
}
