using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Tools;

/// <summary>Finds out what writes to a mount: by a variable that names it, else by its path, else by what the step runs.</summary>
internal static class ToolRecognition
{
    private static readonly ImmutableArray<(Tool Tool, CacheDirectory Directory)> _directories =
        [.. ToolCatalog.Tools.SelectMany(t => t.Directories.Select(d => (t, d)))];

    // Whatever a pattern begins with, a path that it describes ends with the pattern's last name.
    private static readonly ILookup<string, (Tool Tool, CacheDirectory Directory, string Pattern)> _directoriesByName = _directories
        .SelectMany(k => k.Directory.Paths.OrderByDescending(p => p.Length), (k, pattern) => (k.Tool, k.Directory, Pattern: pattern))
        .ToLookup(k => LastName(k.Pattern), StringComparer.Ordinal);

    private static readonly ILookup<string, (int Index, string Variable)> _directoriesByVariable = _directories
        .SelectMany((k, index) => k.Directory.Variables.Select(v => (index, v)))
        .ToLookup(k => ToolVariables.NameIn(k.v), StringComparer.Ordinal);

    private static readonly ILookup<string, Tool> _toolsByCommand =
        ToolCatalog.Tools.SelectMany(t => t.Commands, (Tool, Command) => (Tool, Command)).ToLookup(c => c.Command, c => c.Tool, StringComparer.Ordinal);

    private static readonly Regex _commands = new(
        $@"(?<![\w.-])({string.Join('|', _toolsByCommand.Select(c => c.Key).OrderByDescending(c => c.Length).Select(Regex.Escape))})(?![\w-])",
        RegexOptions.CultureInvariant);

    public static ToolUse Recognise(Step step, CacheMount mount)
    {
        var variables = step.Variables;
        var path = mount.MountPath;
        var written = ToolVariables.Written(mount);
        return StepExceptions.Apply(Best(ByVariable()) ?? Best(ByPath()) ?? Whole(step, path) ?? ToolUse.None, step, variables);

        IEnumerable<Candidate> ByVariable() =>
            from known in written is null ? variables.Moved : _directories
            let runs = step.Tools.Contains(known.Tool)
            where known.Directory.Variables.Any(v => (runs || v[0] != '-') && (variables.PathOf(v) == path || v == written))
            select new Candidate(known.Tool, known.Directory, path.Length, runs);

        IEnumerable<Candidate> ByPath() =>
            from known in _directoriesByName[LastName(path)]
            where ToolPaths.IsMatch(path, known.Pattern)
            let runs = Runs(step, known.Tool)
            where runs || known.Directory.Recognition == Recognition.Path
            select new Candidate(known.Tool, known.Directory, known.Pattern.Length, runs);
    }

    /// <summary>The directories that variables move.</summary>
    public static ImmutableArray<(Tool Tool, CacheDirectory Directory)> MovedBy(ToolVariables variables) =>
        [.. variables.Names.SelectMany(n => _directoriesByVariable[n]).Where(k => variables.PathOf(k.Variable) is not null)
            .Select(k => k.Index).Distinct().Order().Select(index => _directories[index])];

    public static bool Runs(Step step, Tool tool) => step.Tools.Contains(tool);

    public static bool Runs(string command, Tool tool) => ToolsIn(command).Contains(tool);

    /// <summary>The tools that a command runs.</summary>
    public static ImmutableHashSet<Tool> ToolsIn(string command) => [.. _commands.Matches(command).SelectMany(m => _toolsByCommand[m.Value])];

    private static ToolUse? Best(IEnumerable<Candidate> candidates) => candidates
        .OrderByDescending(c => c.Length).ThenByDescending(c => c.Runs)
        .Select(c => new ToolUse(c.Tool, c.Directory)).FirstOrDefault();

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

    private readonly record struct Candidate(Tool Tool, CacheDirectory Directory, int Length, bool Runs);
}
