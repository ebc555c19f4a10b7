using Attune.Source;

namespace Attune.Dockerfiles.Parsing;

/// <summary>What every part of the parser needs to know of the file.</summary>
internal sealed record ParseContext(SourceText Source, char Escape)
{
    public LocatedException Fault(Span span, string message, string? advice = null) => new(message, Source.LocationOf(span), advice);
}
