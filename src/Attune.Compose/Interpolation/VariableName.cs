namespace Attune.Compose.Interpolation;

/// <summary>A variable's name: a letter or underscore, then letters, digits and underscores, all ASCII.</summary>
internal static class VariableName
{
    /// <summary>The offset after the name that starts at <paramref name="start"/>; <paramref name="start"/> itself when there is none.</summary>
    public static int End(string text, int start)
    {
        if (start >= text.Length || !(char.IsAsciiLetter(text[start]) || text[start] == '_'))
            return start;
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return end;
    }
}
