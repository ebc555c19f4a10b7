using System.Collections.Immutable;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Scopes;
using Attune.Dockerfiles.Stages;
using Attune.Source;

namespace Attune.Dockerfiles.Mounts;

/// <summary>
/// One cache mount of one build, as BuildKit will see it
/// (https://github.com/moby/buildkit, <c>frontend/dockerfile/dockerfile2llb/convert_runmount.go</c>).
/// </summary>
public sealed record CacheMount
{
    /// <summary>The explicit id after expansion, or else the cleaned target as it is before WORKDIR is applied.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the id is written out.</summary>
    public required IdOrigin IdOrigin { get; init; }

    /// <summary>What <c>BUILDKIT_CACHE_MOUNT_NS</c> says; empty by default.</summary>
    public required string Namespace { get; init; }

    /// <summary>The id that the engine knows the cache by: namespace, slash, id.</summary>
    public string EngineId => $"{Namespace}/{Id}";

    /// <summary>The target after expansion.</summary>
    public required string Target { get; init; }

    /// <summary>The absolute, cleaned path in the container.</summary>
    public required string MountPath { get; init; }

    /// <summary>How users of the cache share it.</summary>
    public required CacheSharing Sharing { get; init; }

    /// <summary>The <c>sharing</c> option that says so; null when the default rules.</summary>
    public MountOption? SharingOption { get; init; }

    /// <summary>Whether the RUN can write to it; this changes neither sharing nor locking.</summary>
    public required MountAccess Access { get; init; }

    /// <summary>The stage, image or context that a new cache starts from; null starts empty. Forks the cache.</summary>
    public string? From { get; init; }

    /// <summary>The stage that <see cref="From"/> names, if it is one.</summary>
    public StageDeclaration? FromStage { get; init; }

    /// <summary>The part of the cache that is mounted; null mounts all of it.</summary>
    public string? Source { get; init; }

    /// <summary>The owner of a new cache. Forks the cache, unless <see cref="Source"/> is set: then the engine ignores it.</summary>
    public uint? Uid { get; init; }

    /// <summary>The group of a new cache; forks like <see cref="Uid"/>.</summary>
    public uint? Gid { get; init; }

    /// <summary>The permissions of a new cache; fork like <see cref="Uid"/>.</summary>
    public uint? Mode { get; init; }

    /// <summary>The stage that runs it.</summary>
    public required StageDeclaration Stage { get; init; }

    /// <summary>The RUN that mounts it.</summary>
    public required RunInstruction Run { get; init; }

    /// <summary>Whether the RUN is the stage's own or comes from an ONBUILD.</summary>
    public required Execution Execution { get; init; }

    /// <summary>The flag as it is written, with the spans of its options.</summary>
    public required MountFlag Flag { get; init; }

    /// <summary>Where the flag stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Variables in the options that neither ARG nor ENV sets: they expand to nothing.</summary>
    public required ImmutableArray<string> UnsetVariables { get; init; }

    /// <summary>Whether the options, the id among them, may turn out differently because of the base image.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>Whether <see cref="MountPath"/> may turn out differently because of the base image.</summary>
    public required Certainty PathCertainty { get; init; }

    /// <summary>The flag's span.</summary>
    public Span Span => Flag.Span;
}

/// <summary>Where a cache's id comes from.</summary>
public enum IdOrigin
{
    /// <summary>From the option <c>id</c>.</summary>
    Explicit,

    /// <summary>From the target.</summary>
    Target,
}
