using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Tools;

/// <summary>Finds out what writes to a mount: by a variable that names it, else by its path, else by what the step runs.</summary>
internal static partial class ToolRecognition
{
    private static readonly ImmutableArray<KnownDirectory> _directories =
        [.. ToolCatalog.Tools.SelectMany(t => t.Directories, (tool, directory) => new KnownDirectory(tool, directory))];

    // Whatever a pattern begins with, a path that it describes ends with the pattern's last name.
    private static readonly ILookup<string, KnownPath> _directoriesByName = _directories
        .SelectMany(k => k.Directory.Paths.OrderByDescending(p => p.Length), (k, pattern) => new KnownPath(k, pattern))
        .ToLookup(k => LastName(k.Pattern), StringComparer.Ordinal);

    private static readonly ILookup<string, KnownVariable> _directoriesByVariable = _directories
        .SelectMany((k, index) => k.Directory.Variables.Select(v => new KnownVariable(index, v)))
        .ToLookup(k => ToolVariables.NameIn(k.Variable), StringComparer.Ordinal);

    // By their first word, the longest first.
    private static readonly ILookup<string, KnownCommand> _commands = ToolCatalog.Tools
        .SelectMany(t => t.Commands, (tool, command) => new KnownCommand(tool, command)).OrderByDescending(c => c.Command.Length)
        .ToLookup(c => Word().Match(c.Command).Value, StringComparer.Ordinal);

    public static ToolUse Recognise(Step step, CacheMount mount)
    {
        var variables = step.Variables;
        var path = mount.MountPath;
        var written = ToolVariables.Written(mount);
        return StepExceptions.Apply(Best([.. ByVariable()]) ?? Best([.. ByPath()]) ?? Whole(step, path) ?? ToolUse.None, step, variables);

        IEnumerable<Candidate> ByVariable() =>
            from known in written is null ? variables.Moved : _directories
            let runs = step.Tools.Contains(known.Tool)
            where known.Directory.Variables.Any(v => (runs || v[0] != '-') && (variables.IsAt(v, path) || v == written))
            select new Candidate(known, path.Length, runs);

        IEnumerable<Candidate> ByPath() =>
            from known in _directoriesByName[LastName(path)]
            where ToolPaths.IsMatch(path, known.Pattern)
            let runs = Runs(step, known.Known.Tool)
            where runs || known.Known.Directory.Recognition == Recognition.Path
            select new Candidate(known.Known, known.Pattern.Length, runs);
    }

    /// <summary>The directories that variables move.</summary>
    public static ImmutableArray<KnownDirectory> MovedBy(ToolVariables variables) =>
        [.. variables.Names.SelectMany(n => _directoriesByVariable[n]).Where(k => variables.HasPath(k.Variable))
            .Select(k => k.Index).Distinct().Order().Select(index => _directories[index])];

    public static bool Runs(Step step, Tool tool) => step.Tools.Contains(tool);

    public static bool Runs(string command, Tool tool) => ToolsIn(command).Contains(tool);

    /// <summary>The tools that a command runs.</summary>
    public static ImmutableHashSet<Tool> ToolsIn(string command)
    {
        HashSet<Tool> tools = [];
        foreach (Match word in Word().Matches(command))
            foreach (var known in _commands[word.Value])
                if (IsAt(word.Index, command, known.Command))
                    tools.Add(known.Tool);
        return [.. tools];
    }

    private static bool IsAt(int index, string text, string command)
    {
        var end = index + command.Length;
        return string.CompareOrdinal(text, index, command, 0, command.Length) == 0
            && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'));
    }

    private static ToolUse? Best(List<Candidate> candidates) => candidates.Count == 0 ? null : candidates
        .OrderByDescending(c => c.Length).ThenByDescending(c => c.Runs)
        .Select(c => new ToolUse(c.Known.Tool, c.Known.Directory)).FirstOrDefault();

    // A mount that holds whole directories of the tools that the step runs, such as /root/.cache: the least safe of them decides.
    private static ToolUse? Whole(Step step, string path) => step.Tools.IsEmpty ? null :
    (
        from known in _directories
        where known.Directory.Paths.Any(p => ToolPaths.IsInside(path, p)) && Runs(step, known.Tool)
        group known by known.Tool into tool
        let outermost = tool.MinBy(d => d.Directory.Paths.Min(p => p.Length))
        orderby outermost.Directory.Safety
        select new ToolUse(tool.Key, outermost.Directory)
    ).FirstOrDefault();

    private static string LastName(string path) => path[(path.LastIndexOf('/') + 1)..];

    [GeneratedRegex(@"(?<![\w.-])[\w-]+")]
    private static partial Regex Word();

    private sealed record Candidate(KnownDirectory Known, int Length, bool Runs);

    private sealed record KnownPath(KnownDirectory Known, string Pattern);

    private sealed record KnownVariable(int Index, string Variable);

    private sealed record KnownCommand(Tool Tool, string Command);
}

/// <summary>A directory of a tool.</summary>
internal sealed record KnownDirectory(Tool Tool, CacheDirectory Directory);
