namespace Attune.Dockerfiles.Expansion;

internal sealed partial class ShellLexer
{
    // BuildKit recurses without a limit; no honest file nests this deep.
    private const int MaxDepth = 200;

    // A longer one is more than Regex takes without backtracking.
    private const int MaxPattern = 1_000;

    private string ReadDollar()
    {
        var start = _position++;
        if (!AtEnd && Current == '{')
        {
            _position++;
            if (++_depth > MaxDepth)
                throw new ExpansionException($"Substitutions are nested more than {MaxDepth} deep", start);
            var value = ReadSubstitution(start);
            _depth--;
            return value;
        }

        var name = ReadName();
        return name.Length == 0 ? "$" : Lookup(name) ?? Unset("$" + name);
    }

    private string ReadSubstitution(int start)
    {
        if (AtEnd)
            throw new ExpansionException("'}' is missing", start);
        if (Current is '{' or '}' or ':')
            throw new ExpansionException("There is no variable name in this substitution", start);
        var name = ReadName();
        if (AtEnd)
            throw new ExpansionException("'}' is missing", start);
        var modifier = _text[_position++];
        if (modifier == '}')
            return Lookup(name) ?? Unset($"${{{name}}}");
        if (modifier == '/')
            return ReadReplacement(name, start);
        var emptyIsUnset = modifier == ':';
        if (emptyIsUnset)
            modifier = AtEnd ? throw new ExpansionException("'}' is missing", start) : _text[_position++];
        var isPattern = modifier is '#' or '%';
        if (modifier is not ('+' or '-' or '?') && (emptyIsUnset || !isPattern))
            throw new ExpansionException($"'{(emptyIsUnset ? ":" : "")}{modifier}' is no modifier that BuildKit knows", _position - 1);
        var word = ReadUntil('}', rawEscapes: isPattern);
        var value = Lookup(name);
        if (value is null && modes.HasFlag(LexerModes.KeepUnset))
            return $"${{{name}{(emptyIsUnset ? ":" : "")}{modifier}{word}}}";
        if (isPattern)
            return Trim(value ?? "", modifier, word, start);
        var missing = value is null || (emptyIsUnset && value.Length == 0);
        return modifier switch
        {
            '-' => missing ? word : value!,
            '+' => missing ? "" : word,
            _ when missing && modes.HasFlag(LexerModes.AssumeSet) => "",
            _ when missing => throw new ExpansionException(RequiredMessage(name, word, value), start),
            _ => value!,
        };
    }

    private string ReadReplacement(string name, int start)
    {
        var all = !AtEnd && Current == '/';
        if (all)
            _position++;
        var pattern = ReadUntil('/', rawEscapes: true);
        var replacement = ReadUntil('}', rawEscapes: true);
        var value = Lookup(name);
        if (value is null && modes.HasFlag(LexerModes.KeepUnset))
            return $"${{{name}/{pattern}/{replacement}}}";
        var glob = Glob(pattern, start);
        return all ? glob.ReplaceAll(value ?? "", replacement) : glob.ReplaceFirst(value ?? "", replacement);
    }

    private static string Trim(string value, char modifier, string pattern, int start)
    {
        var longest = pattern.StartsWith(modifier);
        if (longest)
            pattern = pattern[1..];
        var glob = Glob(pattern, start);
        return modifier == '#' ? glob.TrimStart(value, longest) : glob.TrimEnd(value, longest);
    }

    private static ShellPattern Glob(string pattern, int start) => pattern.Length > MaxPattern
        ? throw new ExpansionException($"This pattern has more than {MaxPattern} characters", start)
        : ShellPattern.Parse(pattern) ?? throw new ExpansionException($"The pattern '{pattern}' escapes a character that needs no escape", start);

    private static string RequiredMessage(string name, string word, string? value) =>
        word.Length > 0 ? $"{name}: {word}" : $"{name} is not allowed to be {(value is null ? "unset" : "empty")}";

    private string? Lookup(string name)
    {
        var value = variables(name);
        if (value is null)
            _unset.Add(name);
        return value;
    }

    private string Unset(string written) => modes.HasFlag(LexerModes.KeepUnset) ? written : "";

    // A name, a number, or one of the shell's special parameters (which are never set here).
    private string ReadName()
    {
        var start = _position;
        if (!AtEnd && char.IsDigit(Current))
        {
            while (!AtEnd && char.IsDigit(Current))
                _position++;
        }
        else if (!AtEnd && Current is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _position++;
        }
        else
        {
            while (!AtEnd && (char.IsLetterOrDigit(Current) || Current == '_'))
                _position++;
        }

        return _text[start.._position];
    }
}
