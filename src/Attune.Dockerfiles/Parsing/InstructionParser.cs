using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Parsing;

/// <summary>Understands one instruction.</summary>
internal static class InstructionParser
{
    private static readonly string[] _keywords =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL",
        "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ];

    /// <exception cref="Attune.Source.LocatedException">The instruction is unknown or faulty.</exception>
    public static Instruction Parse(RawInstruction raw, ParseContext context)
    {
        // HEALTHCHECK NONE takes any flag, so that one checks its own.
        if (raw.Keyword != "HEALTHCHECK" && _keywords.Contains(raw.Keyword))
            FlagRules.Check(raw, context);
        return raw.Keyword switch
        {
            "FROM" => FromParser.Parse(raw, context),
            "RUN" => RunParser.Parse(raw, context),
            "COPY" or "ADD" => CopyParser.Parse(raw, context),
            "ARG" => ArgParser.Parse(raw, context),
            "ENV" or "LABEL" => KeyValueParser.Parse(raw, context),
            "CMD" or "ENTRYPOINT" => CommandParser.Parse(raw, context),
            "SHELL" => CommandParser.ParseShell(raw, context),
            "HEALTHCHECK" => CommandParser.ParseHealthcheck(raw, context),
            "USER" or "WORKDIR" or "STOPSIGNAL" or "MAINTAINER" => SimpleParser.ParseOne(raw, context),
            "EXPOSE" => SimpleParser.ParseExpose(raw, context),
            "VOLUME" => SimpleParser.ParseVolume(raw, context),
            "ONBUILD" => OnbuildParser.Parse(raw, context),
            "" => throw context.Fault(raw.Span, "This line continues into nothing"),
            _ => throw context.Fault(
                raw.KeywordSlice.Span, $"There is no instruction '{Shorten(raw.KeywordSlice.ToString())}'", Suggestion.For(raw.Keyword, _keywords)),
        };
    }

    private static string Shorten(string keyword) => keyword.Length <= 40 ? keyword : keyword[..40] + "…";
}
