using Attune.Dockerfiles.Instructions;
using Attune.Source;

namespace Attune.Dockerfiles.Expansion;

/// <summary>Expands words of one file and says where in it a faulty one stands.</summary>
internal sealed class WordExpander(SourceText source, char escape)
{
    /// <exception cref="LocatedException">The word is faulty.</exception>
    public ExpandedWord Expand(Word word, Func<string, string?> variables, LexerModes modes = LexerModes.None)
    {
        // Most words hold nothing special.
        if (word.Text.AsSpan().IndexOfAny("$'\"<") < 0 && !word.Text.Contains(escape, StringComparison.Ordinal))
            return new(word.Text, []);
        try
        {
            var expanded = new ShellLexer(escape, variables, modes).Expand(word.Text);
            return new(expanded.Text, [.. expanded.Unset]);
        }
        catch (ExpansionException fault)
        {
            // Continuations or quotes inside a word shift its characters: then the whole word is shown.
            var span = word.Span.Length == word.Text.Length ? Span.FromBounds(word.Span.Start + fault.Position, word.Span.End) : word.Span;
            throw new LocatedException(fault.Message, source.LocationOf(span));
        }
    }
}
