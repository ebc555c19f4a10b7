using System.Text.RegularExpressions;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;

namespace Attune.Dockerfiles.Parsing;

internal static partial class FromParser
{
    public static FromInstruction Parse(RawInstruction raw, ParseContext context)
    {
        Word[] words = [.. Whitespace.Split(raw.Rest).Select(w => w.ToWord())];
        if (words.Length is not (1 or 3) || (words.Length == 3 && !words[1].Text.Equals("AS", StringComparison.OrdinalIgnoreCase)))
            throw context.Fault(raw.Span, "FROM takes an image or stage, and may name the new stage", "Write FROM image, or FROM image AS name.");
        if (words.Length == 3 && !StageName().IsMatch(words[2].Text))
        {
            throw context.Fault(
                words[2].Span,
                $"'{words[2]}' can't be the name of a stage",
                "A name starts with a letter and goes on with letters, digits, '-', '_' and '.'.");
        }

        return new(raw) { Base = words[0], Name = words.Length == 3 ? words[2] : null };
    }

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9_.-]*\z")]
    private static partial Regex StageName();
}
