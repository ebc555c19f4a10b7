using Attune.Dockerfiles.Lexing;
using Attune.Source;

namespace Attune.Dockerfiles.Instructions;

/// <summary>A flag such as <c>--from=build</c>.</summary>
/// <param name="Name">The name without dashes.</param>
/// <param name="Value">The value without quotes, variables unexpanded; null when there is no equals sign.</param>
/// <param name="Span">The whole flag, dashes and quotes included.</param>
/// <param name="ValueSpan">The value with its quotes; a point at the flag's end when there is none.</param>
public sealed record Flag(string Name, string? Value, Span Span, Span ValueSpan)
{
    /// <summary>The value character by character, for flags whose value has parts of its own.</summary>
    internal TracedText? Trace { get; init; }

    internal LogicalLine? Line { get; init; }
}
