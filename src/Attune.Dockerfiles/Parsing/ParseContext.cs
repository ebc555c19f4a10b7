using Attune.Source;

namespace Attune.Dockerfiles.Parsing;

/// <summary>What every part of the parser needs to know of the file.</summary>
internal sealed record ParseContext(SourceText Source, char Escape)
{
    /// <exception cref="LocatedException">The directives name an escape character that isn't one.</exception>
    public static ParseContext Of(SourceText source, IEnumerable<ParserDirective> directives)
    {
        var escape = directives.FirstOrDefault(d => d.Name == "escape");
        return escape is null or { Value: "\\" or "`" }
            ? new(source, escape?.Value[0] ?? '\\')
            : throw new LocatedException("The escape character is \\ or `", source.LocationOf(escape.ValueSpan));
    }

    public LocatedException Fault(Span span, string message, string? advice = null) => new(message, Source.LocationOf(span), advice);
}
