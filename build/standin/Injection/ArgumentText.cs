using System.Text;

namespace Nuke.Common.Injection;

/// <summary>Arguments written in one line, with single or double quotes around those with blanks.</summary>
internal static class ArgumentText
{
    public static IReadOnlyList<string> Split(string text)
    {
        var arguments = new List<string>();
        var argument = new StringBuilder();
        var quote = '\0';
        var open = false;
        foreach (var c in text.AsSpan().Trim())
        {
            if (quote == '\0' && c is '"' or '\'')
                (quote, open) = (c, true);
            else if (c == quote)
                quote = '\0';
            else if (quote == '\0' && char.IsWhiteSpace(c))
                Close();
            else
                argument.Append(c);
        }

        Close();
        return arguments;

        void Close()
        {
            if (argument.Length > 0 || open)
                arguments.Add(argument.ToString());
            argument.Clear();
            open = false;
        }
    }
}
