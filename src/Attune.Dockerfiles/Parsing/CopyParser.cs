using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Parsing;

internal static class CopyParser
{
    public static CopyInstruction Parse(RawInstruction raw, ParseContext context)
    {
        var words = ExecForm.ReadList(raw.Rest, context);
        if (words.Length < 2)
            throw context.Fault(raw.Span, $"{raw.Keyword} needs a source and a destination");
        if (HeredocWord.Parse(words[^1].Text) is not null)
            throw context.Fault(words[^1].Span, $"{raw.Keyword} can't write to a here-document");
        return new(raw) { Sources = [.. words[..^1].Where(w => HeredocWord.Parse(w.Text) is null)], Destination = words[^1] };
    }
}
