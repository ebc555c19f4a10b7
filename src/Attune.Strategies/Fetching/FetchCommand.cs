using System.Collections.Immutable;

namespace Attune.Strategies.Fetching;

/// <summary>Turns what a RUN runs into a line that only fetches into the same caches.</summary>
internal static class FetchCommand
{
    // What later commands of the line need to find themselves in the right place.
    private static readonly ImmutableHashSet<string> _settings = ["cd", "export", "set", "."];

    /// <summary>
    /// The line, or null when the tools have no form that only fetches. What stands before the first command that fetches stays as it is: it may
    /// configure the tool; what doesn't fetch after that is left out.
    /// </summary>
    public static string? Of(string line)
    {
        var commands = ShellCommands.Split(line);
        var converted = commands.Select(Convert).ToList();
        var (first, last) = (converted.FindIndex(c => c is not null), converted.FindLastIndex(c => c is not null));
        if (first < 0 || !ShellCommands.IsPlain(commands.Take(last + 1)))
            return null;
        var result = new List<string>();
        for (var i = first; i <= last; i++)
            if (converted[i] is { } fetch)
                // After "||" or in a pipe a command has another meaning.
                if (i > 0 && commands[i].Before is not ("&&" or ";"))
                    return null;
                else
                    result.Add(fetch);
            else if (ShellCommands.Words(commands[i].Text) is [var word, ..] && _settings.Contains(word))
                result.Add(commands[i].Text);
        return line[..commands[first].Start] + string.Join(" && ", result);
    }

    private static string? Convert(ShellCommand command)
    {
        var words = ShellCommands.Words(command.Text);
        var program = words.TakeWhile(IsAssignment).Count();
        if (program >= words.Length)
            return null;
        var (name, rest) = words[program] is "python" or "python3" && words.Skip(program + 1).Take(2).SequenceEqual(["-m", "pip"])
            ? ("pip", words.RemoveRange(0, program + 3))
            : (words[program], words.RemoveRange(0, program + 1));
        if (Fetchers.All.FirstOrDefault(f => f.Programs.Contains(name))?.Convert(rest) is not { } fetch)
            return null;
        return string.Join(' ', [.. words.Take(program), name, .. fetch]);
    }

    private static bool IsAssignment(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && word.Take(end).All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
