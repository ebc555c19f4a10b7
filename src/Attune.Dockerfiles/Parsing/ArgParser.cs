using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;

namespace Attune.Dockerfiles.Parsing;

internal static class ArgParser
{
    public static ArgInstruction Parse(RawInstruction raw, ParseContext context)
    {
        Argument[] declared = [.. QuotedWords.Split(raw.Rest, context.Escape).Select(word => ToArgument(word, context))];
        return declared.Length > 0 ? new(raw) { Declared = [.. declared] } : throw context.Fault(raw.Span, "ARG needs a name");
    }

    private static Argument ToArgument(Slice word, ParseContext context)
    {
        var equals = word.Chars.IndexOf('=');
        if (equals == 0)
            throw context.Fault(word.Span, "There is no name before '='");
        return equals < 0
            ? new(word.ToWord(), null)
            : new(word.Between(word.Start, word.Start + equals).ToWord(), word.Between(word.Start + equals + 1, word.End).ToWord());
    }
}
