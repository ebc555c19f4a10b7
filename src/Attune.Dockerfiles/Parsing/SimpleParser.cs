using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;
using Attune.Source;

namespace Attune.Dockerfiles.Parsing;

internal static class SimpleParser
{
    /// <summary>USER, WORKDIR, STOPSIGNAL, MAINTAINER: the whole line is one word.</summary>
    public static SimpleInstruction ParseOne(RawInstruction raw, ParseContext context) =>
        raw.Rest.IsEmpty ? throw NothingFollows(raw, context) : new(raw) { Words = [raw.Rest.ToWord()] };

    public static SimpleInstruction ParseExpose(RawInstruction raw, ParseContext context) =>
        raw.Rest.IsEmpty ? throw NothingFollows(raw, context) : new(raw) { Words = [.. Whitespace.Split(raw.Rest).Select(w => w.ToWord())] };

    public static SimpleInstruction ParseVolume(RawInstruction raw, ParseContext context)
    {
        var words = ExecForm.ReadList(raw.Rest, context);
        if (words.IsEmpty)
            throw NothingFollows(raw, context);
        foreach (var word in words)
            if (string.IsNullOrWhiteSpace(word.Text))
                throw context.Fault(word.Span, "A volume can't be empty");
        return new(raw) { Words = words };
    }

    private static LocatedException NothingFollows(RawInstruction raw, ParseContext context) =>
        context.Fault(raw.Span, $"{raw.Keyword} needs something after it");
}
