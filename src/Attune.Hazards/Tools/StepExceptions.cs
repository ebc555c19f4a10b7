using System.Text.RegularExpressions;
using Attune.Hazards.Facts;

namespace Attune.Hazards.Tools;

/// <summary>What a step says that makes a tool behave better there than it does by itself.</summary>
internal static partial class StepExceptions
{
    public static ToolUse Apply(ToolUse use, Step step, ToolVariables variables)
    {
        if (use.Directory is not { } directory || directory.Safety == Safety.Safe)
            return use;
        if (directory.UnwrittenWith.FirstOrDefault(o => variables.IsSet(o) || (step.Command.Contains(o, StringComparison.Ordinal) && HasEach(step.Command, use.Tool!, o))) is { } option)
            return use with { Exception = option, IsUnwritten = true };
        var text = step.First.Build.Resolved.Document.Source.Text;
        return directory.SafeWith.FirstOrDefault(w => text.Contains(w, StringComparison.Ordinal) || variables.Mention(w)) is { } word
            ? use with { Exception = word }
            : use;
    }

    // apk add --no-cache a && apk add b: the second one uses the cache.
    private static bool HasEach(string command, Tool tool, string option)
    {
        var own = Separator().Split(command).Where(c => ToolRecognition.Runs(c, tool)).ToList();
        return own.Count > 0 && own.TrueForAll(c => c.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Contains(option));
    }

    [GeneratedRegex(@"&&|\|\||[;|\n]")]
    private static partial Regex Separator();
}
