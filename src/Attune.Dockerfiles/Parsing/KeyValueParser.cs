using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;

namespace Attune.Dockerfiles.Parsing;

internal static class KeyValueParser
{
    public static KeyValueInstruction Parse(RawInstruction raw, ParseContext context)
    {
        Slice[] words = [.. QuotedWords.Split(raw.Rest, context.Escape)];
        if (words.Length == 0)
            throw context.Fault(raw.Span, $"{raw.Keyword} needs a name and a value");
        return words[0].Chars.Contains('=')
            ? new(raw) { Pairs = [.. words.Select(word => ToPair(word, context))] }
            : new(raw) { Pairs = [ReadOldForm(raw, context)] };
    }

    // ENV name the rest of the line
    private static KeyValueWord ReadOldForm(RawInstruction raw, ParseContext context)
    {
        var (text, end) = (raw.Rest.Line.Text, raw.Rest.Start);
        while (end < raw.Rest.End && !Whitespace.IsSeparator(text[end]))
            end++;
        if (end == raw.Rest.End)
            throw context.Fault(raw.Rest.Span, $"{raw.Keyword} needs a value for '{raw.Rest}'", $"Write {raw.Keyword} name=value.");
        var value = end;
        while (value < raw.Rest.End && Whitespace.IsSeparator(text[value]))
            value++;
        return new(raw.Rest.Between(raw.Rest.Start, end).ToWord(), raw.Rest.Between(value, raw.Rest.End).ToWord());
    }

    private static KeyValueWord ToPair(Slice word, ParseContext context)
    {
        var equals = word.Chars.IndexOf('=');
        if (equals < 0)
            throw context.Fault(word.Span, $"There is no '=' in '{word}'", "Write name=value, and quote a value that holds blanks.");
        if (equals == 0)
            throw context.Fault(word.Span, "There is no name before '='");
        return new(word.Between(word.Start, word.Start + equals).ToWord(), word.Between(word.Start + equals + 1, word.End).ToWord());
    }
}
