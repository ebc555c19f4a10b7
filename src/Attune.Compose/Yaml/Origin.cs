using Attune.Source;

namespace Attune.Compose.Yaml;

/// <summary>Where a node was written. The location is computed only when somebody asks: most nodes are never reported.</summary>
internal readonly record struct Origin(SourceText Text, Span Span)
{
    public SourceLocation Location => Text.LocationOf(Span);

    public LocatedException Fault(string message, string? advice = null) => new(message, Location, advice);
}
