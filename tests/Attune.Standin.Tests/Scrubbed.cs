using System.Text.RegularExpressions;

namespace Attune.Standin.Tests;

/// <summary>Output without what differs from run to run.</summary>
internal static partial class Scrubbed
{
    public static string Of(ProcessRun run, string root)
    {
        var text = run.Output.Replace(root, "{root}", StringComparison.Ordinal);
        text = Clock().Replace(text, "{time}");
        text = Duration().Replace(text, "< 1sec");
        text = StackFrame().Replace(text, "");
        return EndOfBuild().Replace(text, "on {date}.");
    }

    [GeneratedRegex(@"(?<=^(\e\[[\d;]*m)?)\d\d:\d\d:\d\d", RegexOptions.Multiline)]
    private static partial Regex Clock();

    [GeneratedRegex(@"  \d:\d\d(?=( |$))", RegexOptions.Multiline)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^(\e\[[\d;]*m)?(   at |--- End of stack ).*\n", RegexOptions.Multiline)]
    private static partial Regex StackFrame();

    [GeneratedRegex(@"on \d+/\d+/\d+ \d+:\d+:\d+\.")]
    private static partial Regex EndOfBuild();
}
