using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Tools;

/// <summary>The variables that move a tool's directories, as a step sees them: from ENV and ARG, or set by the command itself,
/// also by an option such as <c>--target-dir</c>.</summary>
internal sealed partial class ToolVariables
{
    private readonly Dictionary<string, string> _values;

    private ToolVariables(Dictionary<string, string> values)
    {
        _values = values;
        Moved = ToolRecognition.MovedBy(this);
    }

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The known directories that they move.</summary>
    public ImmutableArray<KnownDirectory> Moved { get; }

    public static ToolVariables Of(StepOccurrence step, string command)
    {
        var values = new Dictionary<string, string>(step.Stage.Variables, StringComparer.Ordinal);
        foreach (Match assignment in Assignment().Matches(command))
            values[assignment.Groups["name"].Value] = assignment.Groups["value"].Value;
        return new(values);
    }

    /// <summary>Whether a variable stands for something other than no.</summary>
    public bool IsSet(string name) => _values.TryGetValue(name, out var value) && value is not ("" or "0" or "false" or "off" or "no");

    /// <summary>Whether some variable's value has a text in it.</summary>
    public bool Mention(string text) => _values.Values.Any(v => v.Contains(text, StringComparison.Ordinal));

    /// <summary>The <c>NAME</c> of <c>NAME/sub</c>.</summary>
    public static string NameIn(string variable) => variable.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? variable[..slash] : variable;

    /// <summary>Whether the <c>NAME</c> of <c>NAME</c> or <c>NAME/sub</c> stands for an absolute path.</summary>
    public bool HasPath(string variable) => _values.TryGetValue(NameIn(variable), out var value) && value.StartsWith('/');

    /// <summary>Whether <c>NAME</c> or <c>NAME/sub</c> stands for a path.</summary>
    public bool IsAt(string variable, string path)
    {
        var name = NameIn(variable);
        if (!_values.TryGetValue(name, out var value) || !value.StartsWith('/'))
            return false;
        var directory = value.AsSpan().TrimEnd('/');
        return path.AsSpan().StartsWith(directory, StringComparison.Ordinal) && path.AsSpan(directory.Length).SequenceEqual(variable.AsSpan(name.Length));
    }

    /// <summary>The target of a mount whose variable only the base image knows, as <c>NAME/sub</c>; null otherwise.</summary>
    public static string? Written(CacheMount mount)
    {
        if (mount.UnsetVariables.IsEmpty)
            return null;
        var text = mount.Flag.Find("target", "dst", "destination")?.Value ?? "";
        var match = Variable().Match(text);
        return match.Success && mount.UnsetVariables.Contains(match.Groups["name"].Value) ? match.Groups["name"].Value + text[match.Length..].TrimEnd('/') : null;
    }

    [GeneratedRegex(@"\A\$(\{(?<name>\w+)\}|(?<name>\w+))")]
    private static partial Regex Variable();

    [GeneratedRegex("""(?<![\w-])(?<name>-{1,2}[a-zA-Z][\w.-]*|[a-zA-Z][a-zA-Z0-9_]*)(?:=|(?<=-[\w.-]+)\s+)["']?(?<value>/[^\s"';&|$]*)""")]
    private static partial Regex Assignment();
}
