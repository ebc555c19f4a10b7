using Attune.Dockerfiles.Instructions;

namespace Attune.Hazards.Facts;

/// <summary>What a RUN runs, as text to search in.</summary>
internal static class CommandText
{
    public static string Of(RunInstruction run) =>
        string.Join(' ', run.Command.Words.Select(w => w.Text)) + string.Concat(run.Heredocs.Select(h => "\n" + h.Content));
}
