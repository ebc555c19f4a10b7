using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;

namespace Attune.Dockerfiles.Parsing;

internal static class RunParser
{
    public static RunInstruction Parse(RawInstruction raw, ParseContext context)
    {
        CheckChoice(raw, "network", ["default", "none", "host"], context);
        CheckChoice(raw, "security", ["sandbox", "insecure"], context);
        return new(raw)
        {
            Command = ExecForm.ReadCommand(raw.Rest, context),
            Mounts = [.. raw.Flags.Where(f => f.Name == "mount").Select(f => MountFlagReader.Read(f, context))],
        };
    }

    private static void CheckChoice(RawInstruction raw, string name, string[] choices, ParseContext context)
    {
        foreach (var flag in raw.Flags)
            if (flag.Name == name && !choices.Contains(flag.Value))
                throw context.Fault(flag.ValueSpan, $"--{name} can't be '{flag.Value}'", $"It is one of {string.Join(", ", choices)}.");
    }
}
