using Attune.Source;

namespace Attune.Dockerfiles;

/// <summary>A parser directive such as <c># escape=`</c>.</summary>
/// <param name="Name"><c>syntax</c>, <c>escape</c> or <c>check</c>.</param>
/// <param name="Value">What follows the equals sign, trimmed.</param>
/// <param name="Span">The directive from its <c>#</c> to the end of its value.</param>
/// <param name="ValueSpan">The value.</param>
public sealed record ParserDirective(string Name, string Value, Span Span, Span ValueSpan);
