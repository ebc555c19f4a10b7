using System.Collections.Immutable;
using Attune.Dockerfiles.Context;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Stages;

namespace Attune.Dockerfiles.Resolution;

/// <summary>What a Dockerfile means for one build.</summary>
public sealed record ResolvedBuild
{
    /// <summary>The Dockerfile.</summary>
    public required DockerfileDocument Document { get; init; }

    /// <summary>The stage that is built.</summary>
    public required StageDeclaration Target { get; init; }

    /// <summary>The stages that the target needs, itself included, in the order of the file.</summary>
    public required ImmutableArray<ResolvedStage> Stages { get; init; }

    /// <summary>Every cache mount of a RUN that is part of the build, in the order of execution within each stage.</summary>
    public required ImmutableArray<CacheMount> CacheMounts { get; init; }

    /// <summary>
    /// Cache mounts after ONBUILD: they run only in builds on top of this one's stages, and are expanded as if they ran at the
    /// stage's end.
    /// </summary>
    public required ImmutableArray<CacheMount> DeferredCacheMounts { get; init; }

    /// <summary>Every instruction that reads the main build context.</summary>
    public required ImmutableArray<ContextCopy> ContextCopies { get; init; }

    /// <summary>What the engine will ask of the main build context.</summary>
    public required ContextPaths ContextPaths { get; init; }

    /// <summary>The images and additional contexts that the build uses; a name used twice appears twice.</summary>
    public required ImmutableArray<ExternalReference> References { get; init; }

    /// <summary>The names of the images that stages start from, each once, in the order of the file.</summary>
    public IEnumerable<string> BaseImages => References
        .Where(r => r is { Use: ReferenceUse.Base, Origin: ReferenceOrigin.Image })
        .Select(r => r.Name)
        .Distinct(StringComparer.Ordinal);
}
