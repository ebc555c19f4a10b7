using System.Collections.Immutable;

namespace Attune.Compose;

/// <summary>A build that no compose file describes.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Dockerfile">The Dockerfile's absolute path; its directory is the context.</param>
/// <param name="Target">The stage, or null for the last one.</param>
public sealed record DockerfileBuild(string Name, string Dockerfile, string? Target)
{
    /// <summary>The platforms to build for; none means the engine's own.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [];
}
