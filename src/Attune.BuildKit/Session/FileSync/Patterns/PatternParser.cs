using System.Text;

namespace Attune.BuildKit.Session.FileSync.Patterns;

/// <summary>Reads a pattern.</summary>
internal sealed class PatternParser
{
    private readonly string _text;
    private readonly Rune[] _runes;
    private readonly List<PatternToken> _tokens = [];
    private int _next;

    private PatternParser(string text) => (_text, _runes) = (text, [.. text.EnumerateRunes()]);

    public static PatternToken[] Parse(string text) => new PatternParser(text).Run();

    private bool AtEnd => _next == _runes.Length;

    private PatternToken[] Run()
    {
        while (!AtEnd)
        {
            var rune = _runes[_next++];
            switch ((char)(rune.IsBmp ? rune.Value : 0))
            {
                case '*' when Take('*'):
                    AddDoubleStar(isFirst: _next == 2);
                    break;
                case '*':
                    _tokens.Add(new(TokenKind.NameChars));
                    break;
                case '?':
                    _tokens.Add(new(TokenKind.NameChar));
                    break;
                case '[':
                    _tokens.Add(new(TokenKind.Class, Class: ReadClass()));
                    break;
                default:
                    _tokens.Add(new(TokenKind.Literal, rune.Value == '\\' ? Quoted() : rune));
                    break;
            }
        }

        return [.. _tokens];
    }

    private void AddDoubleStar(bool isFirst)
    {
        var beforeSlash = Take('/');
        // A leading ** that stands for no whole directory ("**.log") matches the end of any path.
        if (AtEnd || (isFirst && !beforeSlash))
            _tokens.Add(new(TokenKind.AnyChars));
        else
            _tokens.AddRange([new(TokenKind.OptionalDirectories), new(TokenKind.Directories)]);
    }

    private RuneClass ReadClass()
    {
        var isNegated = Take('^');
        var ranges = new List<(int, int)>();
        do
        {
            var first = ClassRune();
            ranges.Add((first, Take('-') ? ClassRune() : first));
        }
        while (!Take(']'));

        return new RuneClass(ranges, isNegated);
    }

    private int ClassRune()
    {
        if (AtEnd || _runes[_next].Value is ']' or '-')
            throw Malformed();
        var rune = _runes[_next++];
        return (rune.Value == '\\' ? Quoted() : rune).Value;
    }

    private Rune Quoted() => AtEnd ? throw Malformed() : _runes[_next++];

    private bool Take(char wanted)
    {
        if (AtEnd || _runes[_next].Value != wanted)
            return false;
        _next++;
        return true;
    }

    private SyncException Malformed() => new($"the pattern '{_text}' is malformed");
}
