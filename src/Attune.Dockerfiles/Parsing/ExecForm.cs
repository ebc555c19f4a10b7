using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;

namespace Attune.Dockerfiles.Parsing;

/// <summary>Reads commands and lists that may be JSON arrays.</summary>
internal static class ExecForm
{
    /// <summary>The strings of a JSON array, or null when the text is no JSON array and so means something else.</summary>
    /// <exception cref="Attune.Source.LocatedException">It is an array of something else than strings.</exception>
    public static ImmutableArray<Word>? TryRead(Slice text, ParseContext context)
    {
        text = text.Trim();
        switch (JsonStrings.ShapeOf(text.ToString()))
        {
            case JsonShape.Strings:
                return [.. JsonStrings.Literals(text).Select(literal => new Word(JsonStrings.Unescape(literal), literal.Span))];
            case JsonShape.OtherArray:
                throw context.Fault(text.Span, "A JSON array may hold strings only here");
            default:
                return null;
        }
    }

    /// <summary>A command in exec form, or else in shell form.</summary>
    public static CommandLine ReadCommand(Slice text, ParseContext context) =>
        TryRead(text, context) is { } words ? new(CommandForm.Exec, words)
        : new(CommandForm.Shell, text.IsEmpty ? [] : [text.ToWord()]);

    /// <summary>The words of a JSON array, or else those between whitespace.</summary>
    public static ImmutableArray<Word> ReadList(Slice text, ParseContext context) =>
        TryRead(text, context) ?? [.. Whitespace.Split(text).Select(w => w.ToWord())];
}
