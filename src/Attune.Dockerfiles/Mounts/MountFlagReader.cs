using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;
using Attune.Dockerfiles.Parsing;

namespace Attune.Dockerfiles.Mounts;

/// <summary>Reads a <c>--mount</c> flag into options; what they mean is known only once variables are expanded.</summary>
internal static class MountFlagReader
{
    /// <exception cref="Attune.Source.LocatedException">Quotes are wrong, or <c>from</c> holds a variable.</exception>
    public static MountFlag Read(Flag flag, ParseContext context)
    {
        if (flag.Value is null or "")
            throw context.Fault(flag.Span, "--mount needs options, such as type=cache,target=/path");
        try
        {
            ImmutableArray<MountOption> options = [.. new MountFields(flag.Trace!).Split().Select(field => ToOption(field, flag.Line!))];
            foreach (var option in options)
                RefuseVariableInFrom(option, context);
            return new(flag, options);
        }
        catch (FormatException e)
        {
            throw context.Fault(flag.ValueSpan, e.Message);
        }
    }

    private static MountOption ToOption(TracedText field, LogicalLine line)
    {
        var span = line.SpanOf(field.Start, field.End);
        var equals = field.Text.IndexOf('=', StringComparison.Ordinal);
        var keyLength = equals < 0 ? field.Length : equals;
        var key = field.Text[..keyLength].ToLowerInvariant();
        var keySpan = keyLength == 0 ? new(span.Start, 0) : line.SpanOf(field.IndexOf(0), field.IndexOf(keyLength - 1) + 1);
        if (equals < 0)
            return new(key, null, span, keySpan, new(span.End, 0));
        var (first, last) = (field.IndexOf(equals) + 1, field.IndexOf(field.Length - 1) + 1);
        if (equals + 1 < field.Length)
            first = field.IndexOf(equals + 1);
        return new(key, field.Text[(equals + 1)..], span, keySpan, line.SpanOf(first, last));
    }

    // BuildKit lets a lone $ at the end pass.
    private static void RefuseVariableInFrom(MountOption option, ParseContext context)
    {
        if (option is { Key: "from", Value: { Length: > 0 } value } && value[..^1].Contains('$', StringComparison.Ordinal))
            throw context.Fault(option.ValueSpan, "'from' takes no variables", "Name a stage with FROM $X AS name and mount from that.");
    }
}
