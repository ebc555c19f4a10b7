using System.Collections.Immutable;
using Attune.Dockerfiles.Stages;

namespace Attune.Dockerfiles.Resolution;

/// <summary>A stage that a build needs.</summary>
/// <param name="Declaration">The stage as it is written.</param>
/// <param name="BaseName">What FROM expands to: a stage, an image, an additional context or <c>scratch</c>.</param>
/// <param name="BaseStage">The stage that it starts from; null for an image, an additional context or scratch.</param>
/// <param name="Origin">Whether the stage runs, or an additional context takes its place.</param>
/// <param name="Variables">ARG and ENV at the stage's end; the base image's own only if they were given.</param>
public sealed record ResolvedStage(
    StageDeclaration Declaration,
    string BaseName,
    StageDeclaration? BaseStage,
    StageOrigin Origin,
    ImmutableDictionary<string, string> Variables);
