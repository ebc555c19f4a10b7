using System.Globalization;
using System.Text.RegularExpressions;
using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Parsing;

/// <summary>CMD, ENTRYPOINT, SHELL and HEALTHCHECK.</summary>
internal static partial class CommandParser
{
    public static CommandInstruction Parse(RawInstruction raw, ParseContext context) =>
        new(raw) { Command = ExecForm.ReadCommand(raw.Rest, context) };

    public static CommandInstruction ParseShell(RawInstruction raw, ParseContext context)
    {
        var command = ExecForm.ReadCommand(raw.Rest, context);
        return command is { Form: CommandForm.Exec, Words.IsEmpty: false }
            ? new(raw) { Command = command }
            : throw context.Fault(raw.Span, "SHELL needs a JSON array of strings", "Such as SHELL [\"/bin/bash\", \"-c\"].");
    }

    public static CommandInstruction ParseHealthcheck(RawInstruction raw, ParseContext context)
    {
        var (text, end) = (raw.Rest.Line.Text, raw.Rest.Start);
        while (end < raw.Rest.End && !char.IsWhiteSpace(text[end]))
            end++;
        var type = raw.Rest.Between(raw.Rest.Start, end);
        var rest = raw.Rest.Between(end, raw.Rest.End).Trim();
        switch (type.ToString().ToUpperInvariant())
        {
            case "NONE" when rest.IsEmpty:
                return new(raw) { Command = new(CommandForm.Shell, []) };
            case "NONE":
                throw context.Fault(rest.Span, "HEALTHCHECK NONE takes nothing else");
            case "CMD":
                FlagRules.Check(raw, context);
                CheckValues(raw, context);
                var command = ExecForm.ReadCommand(rest, context);
                return command.Words.IsEmpty ? throw context.Fault(raw.Span, "HEALTHCHECK CMD needs a command") : new(raw) { Command = command };
            default:
                throw context.Fault(type.IsEmpty ? raw.Span : type.Span, "HEALTHCHECK takes CMD and a command, or NONE");
        }
    }

    private static void CheckValues(RawInstruction raw, ParseContext context)
    {
        foreach (var flag in raw.Flags.Where(f => f.Value is not ""))
        {
            if (flag.Name == "retries" ? !IsCount(flag.Value!) : !Duration().IsMatch(flag.Value!))
                throw context.Fault(flag.ValueSpan, $"'{flag.Value}' is no {(flag.Name == "retries" ? "count" : "duration such as 30s or 1m30s")}");
        }
    }

    private static bool IsCount(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count >= 0;

    [GeneratedRegex(@"\A\+?(0|([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+\z")]
    private static partial Regex Duration();
}
