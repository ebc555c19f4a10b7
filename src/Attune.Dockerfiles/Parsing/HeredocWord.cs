using System.Globalization;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Parsing;

/// <summary>Reads a word such as <c>&lt;&lt;-"EOF"</c>.</summary>
internal static class HeredocWord
{
    /// <summary>The here-document that a word announces, or null when it announces none.</summary>
    public static Heredoc? Parse(string word)
    {
        var position = 0;
        while (position < word.Length && char.IsAsciiDigit(word[position]))
            position++;
        if (!word.AsSpan(position).StartsWith("<<", StringComparison.Ordinal))
            return null;
        _ = int.TryParse(word.AsSpan(0, position), NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor);
        position += 2;
        var removesTabs = position < word.Length && word[position] == '-';
        var written = word[(removesTabs ? position + 1 : position)..].TrimStart();
        if (written.Length == 0 || written.Contains('<', StringComparison.Ordinal))
            return null;
        return Unquote(written, LexerModes.None) is { } name && Unquote(written, LexerModes.RawQuotes) is { } quoted
            ? new(
                name,
                descriptor,
                CountQuotes(name) == CountQuotes(quoted) ? HeredocExpansion.Expanded : HeredocExpansion.Literal,
                removesTabs ? HeredocTabs.Removed : HeredocTabs.Kept)
            : null;
    }

    private static string? Unquote(string written, LexerModes modes)
    {
        try
        {
            var words = new ShellLexer('\\', static _ => null, modes | LexerModes.KeepUnset).Expand(written).Words;
            return words.Count == 1 ? words[0].Text : null;
        }
        catch (ExpansionException)
        {
            return null;
        }
    }

    private static int CountQuotes(string text) => text.Count(c => c is '\'' or '"');
}
