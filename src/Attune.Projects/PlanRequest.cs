using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;

namespace Attune.Projects;

/// <summary>What to plan.</summary>
/// <param name="CurrentDirectory">What paths in messages are relative to, when they lie below it.</param>
public sealed record PlanRequest(string CurrentDirectory)
{
    /// <summary>The services; empty means every active one that is built from source.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Build arguments that win over the compose file's.</summary>
    public ImmutableDictionary<string, string> ExtraArgs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The platform that the engine runs on, which is also built for when the project names none.</summary>
    public Platform EnginePlatform { get; init; } = new("linux", "amd64");

    /// <summary>Whether the project gives every argument that its builds get; plain Dockerfiles don't.</summary>
    public ArgumentKnowledge ArgumentKnowledge { get; init; }

    /// <summary>How the engine's frontend treats variables in <c>--mount</c>.</summary>
    public MountExpansion MountExpansion { get; init; }
}
