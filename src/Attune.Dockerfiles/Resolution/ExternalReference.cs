using System.Collections.Immutable;
using Attune.Dockerfiles.Stages;
using Attune.Source;

namespace Attune.Dockerfiles.Resolution;

/// <summary>Something outside the Dockerfile that a build uses: an image, or an additional context.</summary>
/// <param name="Name">The name after expansion.</param>
/// <param name="Use">What for.</param>
/// <param name="Origin">Whether an additional context of that name was given.</param>
/// <param name="Stage">The stage that uses it.</param>
public sealed record ExternalReference(string Name, ReferenceUse Use, ReferenceOrigin Origin, StageDeclaration Stage)
{
    /// <summary>Where the name stands.</summary>
    public required Span Span { get; init; }

    /// <summary>The platform that FROM demands; null leaves it to the build.</summary>
    public Platform? Platform { get; init; }

    /// <summary>Variables in it that no global ARG sets.</summary>
    public ImmutableArray<string> UnsetVariables { get; init; } = [];
}

/// <summary>What something outside is used for.</summary>
public enum ReferenceUse
{
    /// <summary>FROM starts from it.</summary>
    Base,

    /// <summary>COPY takes files from it.</summary>
    Copy,

    /// <summary>RUN mounts it.</summary>
    Mount,

    /// <summary>It takes the place of a stage of its name.</summary>
    Stage,
}

/// <summary>What something outside is.</summary>
public enum ReferenceOrigin
{
    /// <summary>An image.</summary>
    Image,

    /// <summary>An additional context.</summary>
    NamedContext,
}
