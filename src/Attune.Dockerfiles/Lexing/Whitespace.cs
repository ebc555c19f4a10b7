namespace Attune.Dockerfiles.Lexing;

/// <summary>What separates the words of an instruction.</summary>
internal static class Whitespace
{
    /// <summary>BuildKit splits plain words at these only, though it trims and skips every Unicode space.</summary>
    public static bool IsSeparator(char c) => c is ' ' or '\t' or '\v' or '\f' or '\r';

    /// <summary>The words between separators, in order.</summary>
    public static IEnumerable<Slice> Split(Slice text)
    {
        var start = text.Start;
        for (var i = text.Start; i <= text.End; i++)
        {
            if (i < text.End && !IsSeparator(text.Line.Text[i]))
                continue;
            if (i > start)
                yield return text.Between(start, i);
            start = i + 1;
        }
    }
}
