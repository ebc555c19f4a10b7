using System.Text;

namespace Attune.Reports.Text;

/// <summary>
/// Makes text of others safe to print: a build step must not be able to move our cursor, set our colours or talk to the terminal.
/// </summary>
internal static class TerminalText
{
    private const char Escape = '\u001b';
    private const char Bell = '\u0007';
    private const int TabWidth = 8;

    /// <summary>One line without escape sequences and control characters; tabs become spaces, line breaks a space.</summary>
    public static string Clean(string text)
    {
        var first = IndexOfControl(text);
        if (first < 0)
            return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            switch (text[i])
            {
                case Escape:
                    i = EndOfSequence(text, i);
                    break;
                case '\t':
                    clean.Append(' ', TabWidth - (clean.Length % TabWidth));
                    break;
                case '\n':
                    clean.Append(' ');
                    break;
                case var c when !char.IsControl(c):
                    clean.Append(c);
                    break;
                default:
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>One line in which every run of white space is one space: for commands, which keep their continuation indents.</summary>
    public static string Squeeze(string text) => string.Join(' ', Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static int IndexOfControl(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsControl(text[i]))
                return i;
        return -1;
    }

    // ECMA-48: CSI = ESC [ parameters final; string controls (OSC, DCS, SOS, PM, APC) run up to BEL or ESC \; others are ESC intermediates final.
    private static int EndOfSequence(string text, int escape)
    {
        var i = escape + 1;
        if (i >= text.Length)
            return escape;
        if (text[i] is ']' or 'P' or 'X' or '^' or '_')
            return EndOfString(text, i);
        var last = '/';
        if (text[i] == '[')
        {
            last = '?';
            i++;
        }

        while (i < text.Length && text[i] >= ' ' && text[i] <= last)
            i++;
        return i;
    }

    private static int EndOfString(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == Bell)
                return i;
            if (text[i] == Escape && i + 1 < text.Length && text[i + 1] == '\\')
                return i + 1;
        }

        return text.Length;
    }
}
