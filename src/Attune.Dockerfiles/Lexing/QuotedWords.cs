namespace Attune.Dockerfiles.Lexing;

/// <summary>Splits words at whitespace that is neither quoted nor escaped, as ARG, ENV and LABEL need it; quotes and escapes stay.</summary>
internal static class QuotedWords
{
    public static IEnumerable<Slice> Split(Slice text, char escape)
    {
        var characters = text.Line.Text;
        var position = text.Start;
        while (position < text.End)
        {
            if (char.IsWhiteSpace(characters[position]))
            {
                position++;
                continue;
            }

            var start = position;
            position = FindEnd(characters, position, text.End, escape);
            // An escape character that escapes nothing is dropped.
            var dangling = position > text.End;
            position = Math.Min(position, text.End);
            var end = dangling ? position - 1 : position;
            if (end > start)
                yield return text.Between(start, end);
        }
    }

    // The index after the word; one past the end of the text when its last character is a dangling escape.
    private static int FindEnd(string text, int position, int end, char escape)
    {
        var quote = '\0';
        for (; position < end; position++)
        {
            var c = text[position];
            if (quote == '\0' && char.IsWhiteSpace(c))
                break;
            if (c == escape && quote != '\'')
            {
                if (++position == end)
                    return end + 1;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
            }
        }

        return position;
    }
}
