using System.Text.RegularExpressions;
using Attune.Source;

namespace Attune.Hazards.Suppression;

/// <summary>The comments that can silence a finding: <c># attune: ignore=CM007 reason</c> above the instruction, or above the line itself.</summary>
/// <param name="Source">The Dockerfile.</param>
/// <param name="InstructionLine">The first line of the instruction, from 1.</param>
internal sealed partial record CommentScope(SourceText Source, int InstructionLine)
{
    /// <summary>Whether a comment silences the rule at a line of the instruction.</summary>
    public bool Silences(string rule, string name, int line) => new[] { InstructionLine, line }.Distinct()
        .SelectMany(CommentsAbove)
        .Select(comment => Directive().Match(comment))
        .Where(m => m.Success)
        .SelectMany(m => m.Groups["rules"].Value.Split(','))
        .Any(r => r.Equals(rule, StringComparison.OrdinalIgnoreCase) || r.Equals(name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> CommentsAbove(int line)
    {
        for (var above = line - 1; above >= 1 && Source.LineAt(above).TrimStart() is ['#', ..] comment; above--)
            yield return comment;
    }

    [GeneratedRegex(@"\A#\s*attune:\s*ignore=(?<rules>[\w-]+(,[\w-]+)*)", RegexOptions.IgnoreCase)]
    private static partial Regex Directive();
}
