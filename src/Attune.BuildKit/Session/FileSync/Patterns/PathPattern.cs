using System.Text;

namespace Attune.BuildKit.Session.FileSync.Patterns;

/// <summary>
/// One pattern: <c>*</c> and <c>?</c> stay within a name, <c>**</c> spans directories, <c>[a-z]</c> and <c>[^a-z]</c> are classes and
/// <c>\</c> quotes. All states are advanced at once, so no pattern takes exponential time.
/// </summary>
internal sealed class PathPattern
{
    private readonly string _text;
    private readonly PatternToken[] _tokens;
    private readonly string? _literal;
    private readonly string _literalPrefix;

    /// <param name="text">A cleaned pattern without <c>!</c>.</param>
    /// <exception cref="SyncException">It is malformed.</exception>
    public PathPattern(string text)
    {
        _text = text;
        _tokens = PatternParser.Parse(text);
        var literals = _tokens.TakeWhile(t => t.Kind == TokenKind.Literal).ToArray();
        _literalPrefix = string.Concat(literals.Select(t => t.Rune.ToString()));
        _literal = literals.Length == _tokens.Length ? _literalPrefix : null;
    }

    public bool Matches(string path) => _literal is null ? path.StartsWith(_literalPrefix, StringComparison.Ordinal) && Run(path) : path == _literal;

    /// <summary>Whether it could match something in a directory; may say yes too often, never no.</summary>
    public bool MayMatchBelow(string directory)
    {
        var below = directory + "/";
        return _literalPrefix.StartsWith(below, StringComparison.Ordinal)
            || (_literal is null && below.StartsWith(_literalPrefix, StringComparison.Ordinal));
    }

    public override string ToString() => _text;

    private bool Run(string path)
    {
        Span<int> current = new int[_tokens.Length + 1], next = new int[_tokens.Length + 1];
        var seen = new int[_tokens.Length + 1];
        var step = 1;
        var active = Enter(0, current, 0, seen, step);
        foreach (var rune in path.EnumerateRunes())
        {
            step++;
            var count = 0;
            foreach (var state in current[..active])
                count = Advance(state, rune, next, count, seen, step);
            var spent = current;
            current = next;
            next = spent;
            active = count;
            if (active == 0)
                return false;
        }

        return current[..active].Contains(_tokens.Length);
    }

    private int Advance(int state, Rune rune, Span<int> states, int count, int[] seen, int step)
    {
        if (state == _tokens.Length)
            return count;
        var token = _tokens[state];
        if (token.Consumes(rune))
            count = Enter(token.Repeats ? state : state + 1, states, count, seen, step);
        return token.Kind == TokenKind.Directories && rune.Value == '/' ? Enter(state + 1, states, count, seen, step) : count;
    }

    /// <summary>Adds a state and those that need no character from it.</summary>
    private int Enter(int state, Span<int> states, int count, int[] seen, int step)
    {
        if (seen[state] == step)
            return count;
        seen[state] = step;
        states[count++] = state;
        if (state == _tokens.Length)
            return count;
        return _tokens[state].Kind switch
        {
            TokenKind.NameChars or TokenKind.AnyChars => Enter(state + 1, states, count, seen, step),
            TokenKind.OptionalDirectories => Enter(state + 2, states, Enter(state + 1, states, count, seen, step), seen, step),
            _ => count,
        };
    }
}
