using Attune.Source;

namespace Attune.Dockerfiles.Stages;

/// <summary>A reference from an instruction to another stage or something outside.</summary>
/// <param name="Name">The name as it is written.</param>
/// <param name="Span">Where.</param>
/// <param name="Stage">The stage; null for an image, an additional context or scratch.</param>
internal sealed record StageLink(string Name, Span Span, StageNode? Stage);
