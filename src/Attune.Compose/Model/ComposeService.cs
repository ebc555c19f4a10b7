using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Compose;

/// <summary>A service.</summary>
public sealed record ComposeService
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The image as written, or null.</summary>
    public required string? Image { get; init; }

    /// <summary>The image that a build is named: <see cref="Image"/>, or <c>project-service</c> without one.</summary>
    public required string ImageName { get; init; }

    /// <summary>How its image is built, or null when it's only pulled.</summary>
    public required BuildSection? Build { get; init; }

    /// <summary>The services that it needs, also through <c>links</c>, <c>volumes_from</c> and shared namespaces.</summary>
    public required ImmutableArray<ServiceDependency> DependsOn { get; init; }

    /// <summary>The profiles that select it; none means always.</summary>
    public required ImmutableArray<string> Profiles { get; init; }

    /// <summary><c>pull_policy</c>, or null.</summary>
    public required string? PullPolicy { get; init; }

    /// <summary>The platform that it runs on, or null; also what it's built for when the build section names none.</summary>
    public required string? Platform { get; init; }

    /// <summary>Its <c>x-</c> keys.</summary>
    public required ComposeMapping Extensions { get; init; }

    /// <summary>Where it is defined; with several files, in the last one.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>A service that another one needs.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Condition"><c>service_started</c>, <c>service_healthy</c> or <c>service_completed_successfully</c>.</param>
/// <param name="Need">Whether it may be missing.</param>
public sealed record ServiceDependency(string Service, string Condition, DependencyNeed Need);

/// <summary>Whether a dependency may be missing.</summary>
public enum DependencyNeed
{
    /// <summary>It must be there.</summary>
    Required,

    /// <summary>Without it the service still starts.</summary>
    Optional,
}
