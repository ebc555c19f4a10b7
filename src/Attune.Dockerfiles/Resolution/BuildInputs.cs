using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;

namespace Attune.Dockerfiles.Resolution;

/// <summary>What a build adds to its Dockerfile.</summary>
public sealed record BuildInputs
{
    /// <summary>The name of the stage to build, in any case; null builds the last one.</summary>
    public string? Target { get; init; }

    /// <summary>The build arguments; <c>BUILDKIT_CACHE_MOUNT_NS</c> among them sets the namespace of cache ids.</summary>
    public ImmutableDictionary<string, string> BuildArguments { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The platform to build for.</summary>
    public Platform TargetPlatform { get; init; } = new("linux", "amd64");

    /// <summary>The platform that the engine runs on.</summary>
    public Platform BuildPlatform { get; init; } = new("linux", "amd64");

    /// <summary>Whether arguments that aren't given may be given elsewhere.</summary>
    public ArgumentKnowledge ArgumentKnowledge { get; init; }

    /// <summary>How the frontend treats variables in <c>--mount</c>.</summary>
    public MountExpansion MountExpansion { get; init; }

    /// <summary>The names of the additional contexts: they take the place of stages and images of the same name.</summary>
    public ImmutableHashSet<string> NamedContexts { get; init; } = [];

    /// <summary>What is known of base images, by the name that FROM expands to.</summary>
    public ImmutableDictionary<string, ImageSettings> BaseImages { get; init; } = ImmutableDictionary<string, ImageSettings>.Empty;
}
