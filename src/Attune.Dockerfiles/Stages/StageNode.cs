using System.Collections.Immutable;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Resolution;
using Attune.Dockerfiles.Scopes;

namespace Attune.Dockerfiles.Stages;

/// <summary>A stage while a build is resolved.</summary>
internal sealed class StageNode(StageDeclaration declaration, ExpandedWord baseName)
{
    public StageDeclaration Declaration { get; } = declaration;

    /// <summary>What FROM names, expanded.</summary>
    public ExpandedWord BaseName { get; } = baseName;

    /// <summary>The stage that FROM names; null for an image or scratch.</summary>
    public StageNode? Base { get; init; }

    /// <summary>The platform that FROM demands.</summary>
    public Platform? Platform { get; init; }

    /// <summary>Whether the stage runs, or an additional context takes its place.</summary>
    public StageOrigin Origin { get; init; }

    /// <summary>What the stage does, triggers of its base included once the stage is known to be reachable.</summary>
    public ImmutableArray<StageCommand> Commands { get; set; } = [];

    /// <summary>The scope after the last command; null until the stage has been walked.</summary>
    public StageScope? FinalScope { get; set; }
}
