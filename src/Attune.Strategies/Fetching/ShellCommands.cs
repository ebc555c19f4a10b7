using System.Collections.Immutable;

namespace Attune.Strategies.Fetching;

/// <summary>One command of a shell line.</summary>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="Text">The command without blanks around it.</param>
/// <param name="Before">What stands before it: <c>&amp;&amp;</c>, <c>;</c>, <c>||</c>, <c>|</c>, <c>&amp;</c>, or nothing.</param>
internal readonly record struct ShellCommand(int Start, string Text, string Before);

/// <summary>Splits a shell line into its commands; what stands in quotes or in <c>$(…)</c> stays whole.</summary>
internal static class ShellCommands
{
    private static readonly string[] _separators = ["&&", "||", ";", "|", "&", "\n"];

    private static readonly ImmutableHashSet<string> _compound =
        ["if", "then", "else", "elif", "fi", "for", "while", "until", "do", "done", "case", "esac", "{", "}", "(", ")", "function"];

    /// <summary>Whether the line is a plain list of commands: nothing of it depends on a condition or a loop.</summary>
    public static bool IsPlain(IEnumerable<ShellCommand> commands) => commands.All(c =>
        !c.Text.StartsWith('(') && !c.Text.Contains("<<", StringComparison.Ordinal) && (Words(c.Text) is not [var first, ..] || !_compound.Contains(first)));

    public static ImmutableArray<ShellCommand> Split(string line)
    {
        var commands = ImmutableArray.CreateBuilder<ShellCommand>();
        var (start, before) = (0, "");
        foreach (var (position, separator) in Separators(line))
        {
            Add(position);
            (start, before) = (position + separator.Length, separator == "\n" ? ";" : separator);
        }

        Add(line.Length);
        return commands.ToImmutable();

        void Add(int end)
        {
            var text = line[start..end];
            if (text.Trim() is { Length: > 0 } trimmed)
                commands.Add(new(start + text.Length - text.TrimStart().Length, trimmed, before));
        }
    }

    /// <summary>The words of a command as they are written.</summary>
    public static ImmutableArray<string> Words(string command)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = -1;
        foreach (var (position, character) in Outside(command))
            if (char.IsWhiteSpace(character))
                End(position);
            else if (start < 0)
                start = position;
        End(command.Length);
        return words.ToImmutable();

        void End(int end)
        {
            if (start >= 0)
                words.Add(command[start..end]);
            start = -1;
        }
    }

    private static IEnumerable<(int Position, string Separator)> Separators(string line)
    {
        var end = 0;
        foreach (var (position, _) in Outside(line))
        {
            if (position < end || _separators.FirstOrDefault(s => string.CompareOrdinal(line, position, s, 0, s.Length) == 0) is not { } separator)
                continue;
            // 2>&1, &>file and >| are redirections.
            if (position > 0 && line[position - 1] == '>' || separator == "&" && position + 1 < line.Length && line[position + 1] == '>')
                continue;
            end = position + separator.Length;
            yield return (position, separator);
        }
    }

    // The characters outside quotes and $(…); of a quoted part the opening quote only, so that words begin there.
    private static IEnumerable<(int Position, char Character)> Outside(string text)
    {
        var (quote, depth) = ('\0', 0);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var isOpening = quote == '\0' && depth == 0;
            if (character == '\\' && quote != '\'')
            {
                if (isOpening)
                    yield return (i, character);
                i++;
                continue;
            }

            if (isOpening)
                yield return (i, character);
            if (quote != '\0')
                quote = character == quote ? '\0' : quote;
            else if (character is '\'' or '"' or '`')
                quote = character;
            else if (character == '(' && i > 0 && (depth > 0 || text[i - 1] == '$'))
                depth++;
            else if (character == ')' && depth > 0)
                depth--;
        }
    }
}
