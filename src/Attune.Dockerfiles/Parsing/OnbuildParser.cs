using Attune.Dockerfiles.Instructions;
using Attune.Source;

namespace Attune.Dockerfiles.Parsing;

internal static class OnbuildParser
{
    public static OnbuildInstruction Parse(RawInstruction raw, ParseContext context)
    {
        if (raw.Rest.IsEmpty)
            throw context.Fault(raw.Span, "ONBUILD needs an instruction");
        var trigger = RawInstruction.Split(raw.Rest, context.Escape);
        if (trigger.Keyword is "ONBUILD" or "FROM" or "MAINTAINER")
            throw context.Fault(trigger.KeywordSlice.Span, $"{trigger.Keyword} can't follow ONBUILD");
        trigger = trigger with { Span = Span.FromBounds(trigger.Span.Start, raw.Span.End), Heredocs = raw.Heredocs };
        try
        {
            return new(raw) { Trigger = InstructionParser.Parse(trigger, context) };
        }
        catch (LocatedException fault)
        {
            return new(raw) { TriggerFault = fault };
        }
    }
}
