using System.Text;
using Attune.Compose.Interpolation;
using Attune.Compose.Loading;
using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose.DotEnv;

/// <summary>
/// Reads an env file as Compose does: <c>KEY=value</c>, <c>KEY: value</c>, <c>export</c>, <c>#</c> comments, single quotes (literal), double
/// quotes (escapes and variables), values over several lines, and <c>KEY</c> alone for "as in the environment".
/// https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
/// </summary>
internal sealed class DotEnvParser
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly Dictionary<string, string> _variables;
    private readonly VariableScope _scope;
    private int _position;

    private DotEnvParser(SourceText source, Dictionary<string, string> variables, IReadOnlyDictionary<string, string> outer, WarningLog warnings)
    {
        _source = DotEnvMask.Of(source);
        _text = source.Text;
        _variables = variables;
        _scope = new(name => outer.GetValueOrDefault(name) ?? variables.GetValueOrDefault(name), warnings);
    }

    /// <summary>Adds a file's variables to <paramref name="variables"/>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="variables">What earlier files set; later assignments win.</param>
    /// <param name="outer">The environment, which wins over files where a value uses a variable.</param>
    /// <param name="warnings">Gets the variables that a value uses and nobody set.</param>
    public static void Parse(
        SourceText source, Dictionary<string, string> variables, IReadOnlyDictionary<string, string> outer, WarningLog warnings) =>
        new DotEnvParser(source, variables, outer, warnings).Parse();

    private void Parse()
    {
        while (SkipToStatement())
        {
            var key = ReadKey();
            if (key.Value is Assignment.FromEnvironment)
            {
                if (_scope.Find(key.Name) is { } inherited)
                    _variables[key.Name] = inherited;
                continue;
            }

            SkipWhile(IsBlank);
            _variables[key.Name] = _position < _text.Length && _text[_position] is '"' or '\'' ? ReadQuoted(_text[_position]) : ReadUnquoted();
        }
    }

    private bool SkipToStatement()
    {
        SkipWhile(char.IsWhiteSpace);
        while (_position < _text.Length && _text[_position] == '#')
        {
            SkipWhile(c => c != '\n');
            SkipWhile(char.IsWhiteSpace);
        }

        return _position < _text.Length;
    }

    private (string Name, Assignment Value) ReadKey()
    {
        SkipExport();
        var start = _position;
        while (_position < _text.Length && _text[_position] is not ('=' or ':' or '\n'))
        {
            var c = _text[_position];
            if (!IsBlank(c) && !char.IsLetterOrDigit(c) && !char.IsNumber(c) && c is not ('_' or '.' or '-' or '[' or ']'))
                throw Fault(_position, 1, $"A variable's name can't hold '{c}'", "A line is NAME=value; a comment starts with #.");
            _position++;
        }

        var name = _text[start.._position].TrimEnd();
        if (name.Contains(' ', StringComparison.Ordinal))
            throw Fault(start, name.Length, "A variable's name can't hold a space", "A line is NAME=value; a comment starts with #.");
        var value = _position < _text.Length && _text[_position] != '\n' ? Assignment.Written : Assignment.FromEnvironment;
        _position++;
        return (name, value);
    }

    private void SkipExport()
    {
        const string Export = "export";
        var after = _position + Export.Length;
        if (string.CompareOrdinal(_text, _position, Export, 0, Export.Length) != 0 || after >= _text.Length || !IsBlank(_text[after]))
            return;
        _position = after;
        SkipWhile(IsBlank);
    }

    private string ReadUnquoted()
    {
        var start = Math.Min(_position, _text.Length);
        SkipWhile(c => c != '\n');
        var value = _text[start.._position];
        if (value.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment)
            value = value[..comment];
        value = value.TrimEnd();
        return Template.Substitute(value, _scope, OriginOf(start, value.Length));
    }

    private string ReadQuoted(char quote)
    {
        var start = _position++;
        var value = new StringBuilder();
        for (; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == quote)
            {
                _position++;
                return quote == '\''
                    ? value.ToString()
                    : Template.Substitute(DotEnvEscapes.Expand(value.ToString()), _scope, OriginOf(start, _position - start));
            }

            if (c == '\\' && _position + 1 < _text.Length)
            {
                _position++;
                if (_text[_position] != quote)
                    value.Append(c);
            }

            value.Append(_text[_position]);
        }

        var end = _text.IndexOf('\n', start) is >= 0 and var lineEnd ? lineEnd : _text.Length;
        throw Fault(start, end - start, $"This value's closing {quote} is missing");
    }

    private void SkipWhile(Func<char, bool> skips)
    {
        while (_position < _text.Length && skips(_text[_position]))
            _position++;
    }

    private static bool IsBlank(char c) => c is '\t' or '\v' or '\f' or '\r' or ' ' or '\u0085' or '\u00A0';

    private Origin OriginOf(int start, int length) => new(_source, new(start, length));

    private LocatedException Fault(int start, int length, string message, string? advice = null) => OriginOf(start, length).Fault(message, advice);
}
