namespace Attune.Compose.Interpolation;

/// <summary>One <c>${…}</c>, taken apart.</summary>
internal sealed record Braces(string Name, SubstitutionOperator Operator, EmptyValue EmptyCounts, string Argument, int End)
{
    /// <summary>Reads the braces of the dollar sign at an offset; null when they are malformed.</summary>
    public static Braces? Read(string text, int dollar)
    {
        var nameStart = dollar + 2;
        var nameEnd = VariableName.End(text, nameStart);
        if (nameEnd == nameStart || nameEnd == text.Length)
            return null;
        var name = text[nameStart..nameEnd];
        if (text[nameEnd] == '}')
            return new(name, SubstitutionOperator.None, EmptyValue.AsSet, "", nameEnd + 1);
        var colon = text[nameEnd] == ':';
        var position = nameEnd + (colon ? 1 : 0);
        var operation = position < text.Length ? OperatorOf(text[position]) : SubstitutionOperator.None;
        if (operation is SubstitutionOperator.None || ClosingBrace(text, dollar) is not { } close || close <= position)
            return null;
        return new(name, operation, colon ? EmptyValue.AsUnset : EmptyValue.AsSet, text[(position + 1)..close], close + 1);
    }

    private static SubstitutionOperator OperatorOf(char c) => c switch
    {
        '-' => SubstitutionOperator.Default,
        '?' => SubstitutionOperator.Required,
        '+' => SubstitutionOperator.Alternative,
        _ => SubstitutionOperator.None,
    };

    /// <summary>
    /// The brace that closes the one after <paramref name="dollar"/>, in the same line. As in Compose the character after an opening
    /// brace isn't looked at, and braces that don't balance end at the line's last one.
    /// </summary>
    private static int? ClosingBrace(string text, int dollar)
    {
        var (open, last) = (0, -1);
        for (var i = dollar + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '}')
            {
                last = i;
                if (--open == 0)
                    return i;
            }
            else if (text[i] == '{')
            {
                open++;
                i++;
                if (i < text.Length && text[i] == '}')
                    last = i;
                if (i < text.Length && text[i] == '\n')
                    break;
            }
        }

        return last < 0 ? null : last;
    }
}
