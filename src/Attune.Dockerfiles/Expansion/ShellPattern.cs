using System.Text;
using System.Text.RegularExpressions;

namespace Attune.Dockerfiles.Expansion;

/// <summary>A pattern of <c>${x#pattern}</c> and its kin: <c>*</c>, <c>?</c> and <c>\</c> are special, brackets aren't.</summary>
internal sealed class ShellPattern
{
    private const string AnyGreedy = ".*";
    private const string AnyLazy = ".*?";

    private readonly List<string> _pieces = [];

    /// <summary>Reads a pattern; null when it escapes a character other than <c>* ? \ } /</c>.</summary>
    public static ShellPattern? Parse(string pattern)
    {
        var parsed = new ShellPattern();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c is '*' or '?')
            {
                parsed._pieces.Add(c == '*' ? AnyGreedy : ".");
                continue;
            }

            if (c == '\\')
            {
                if (++i == pattern.Length || pattern[i] is not ('*' or '?' or '\\' or '}' or '/'))
                    return null;
                c = pattern[i];
            }

            parsed._pieces.Add(Regex.Escape(c.ToString()));
        }

        return parsed;
    }

    public string TrimStart(string value, bool longest) => CutPrefix(value, _pieces, longest);

    // No expression finds the shortest suffix, so both sides are reversed.
    public string TrimEnd(string value, bool longest) =>
        Reverse(CutPrefix(Reverse(value), Enumerable.Reverse(_pieces), longest));

    public string ReplaceFirst(string value, string replacement) => Compile(_pieces, "", longest: true).Replace(value, _ => replacement, 1);

    public string ReplaceAll(string value, string replacement) => Compile(_pieces, "", longest: true).Replace(value, _ => replacement);

    private static string CutPrefix(string value, IEnumerable<string> pieces, bool longest)
    {
        var match = Compile(pieces, @"\A", longest).Match(value);
        return match.Success ? value[match.Length..] : value;
    }

    // NonBacktracking keeps a pattern of many stars linear in the value.
    private static Regex Compile(IEnumerable<string> pieces, string anchor, bool longest)
    {
        var expression = new StringBuilder(anchor);
        foreach (var piece in pieces)
            expression.Append(piece == AnyGreedy && !longest ? AnyLazy : piece);
        return new(expression.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    private static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new(characters);
    }
}
