using Attune.Dockerfiles.Context;
using Attune.Dockerfiles.Mounts;

namespace Attune.Dockerfiles.Resolution;

/// <summary>What comes to light while stages are walked.</summary>
internal sealed class Findings
{
    public List<CacheMount> CacheMounts { get; } = [];

    public List<CacheMount> DeferredCacheMounts { get; } = [];

    public List<ContextCopy> ContextCopies { get; } = [];

    /// <summary>Paths that the frontend asks for, by reading or not.</summary>
    public List<string> RequestedPaths { get; } = [];

    public List<ExternalReference> References { get; } = [];
}
