using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Compose;

/// <summary>
/// A service's <c>build</c>: https://docs.docker.com/reference/compose-file/build/. Lists and mappings are in the order of the files.
/// </summary>
public sealed record BuildSection
{
    /// <summary>Where the build's files come from.</summary>
    public required BuildContext Context { get; init; }

    /// <summary>The Dockerfile as written, relative to the context; null when <see cref="DockerfileInline"/> stands for it.</summary>
    public required string? Dockerfile { get; init; }

    /// <summary>The Dockerfile's absolute path; null when it is inline or inside a context that isn't a directory here.</summary>
    public required string? DockerfilePath { get; init; }

    /// <summary>The Dockerfile's text, or null.</summary>
    public required string? DockerfileInline { get; init; }

    /// <summary>Build arguments; those without a value have been taken from the environment, or are left out.</summary>
    public ImmutableArray<NamedValue> Args { get; init; } = [];

    /// <summary>The stage to build, or null for the last one.</summary>
    public string? Target { get; init; }

    /// <summary>More names for the image.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The platforms to build for; none means the service's platform, or the engine's own.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [];

    /// <summary>Labels of the image.</summary>
    public ImmutableArray<NamedValue> Labels { get; init; } = [];

    /// <summary>Caches to read.</summary>
    public ImmutableArray<string> CacheFrom { get; init; } = [];

    /// <summary>Caches to write.</summary>
    public ImmutableArray<string> CacheTo { get; init; } = [];

    /// <summary>More contexts, by the name that a Dockerfile uses.</summary>
    public ImmutableArray<NamedContext> AdditionalContexts { get; init; } = [];

    /// <summary>The network mode of RUN steps, or null.</summary>
    public string? Network { get; init; }

    /// <summary>More lines of <c>/etc/hosts</c> in RUN steps.</summary>
    public ImmutableArray<HostAddress> ExtraHosts { get; init; } = [];

    /// <summary>The size of <c>/dev/shm</c> in bytes, or null for the engine's default.</summary>
    public long? ShmSize { get; init; }

    /// <summary>Secrets that RUN steps may mount.</summary>
    public ImmutableArray<BuildSecret> Secrets { get; init; } = [];

    /// <summary>SSH agents and keys that RUN steps may use.</summary>
    public ImmutableArray<SshKey> Ssh { get; init; } = [];

    /// <summary>Whether every step is run again.</summary>
    public bool NoCache { get; init; }

    /// <summary>The stages whose steps are run again.</summary>
    public ImmutableArray<string> NoCacheFilter { get; init; } = [];

    /// <summary>Whether base images are looked up even when they are here.</summary>
    public bool Pull { get; init; }

    /// <summary>Whether RUN steps have extended privileges.</summary>
    public bool Privileged { get; init; }

    /// <summary>What the build may do beyond the usual, such as <c>network.host</c>.</summary>
    public ImmutableArray<string> Entitlements { get; init; } = [];

    /// <summary>Limits of RUN steps.</summary>
    public ImmutableArray<Ulimit> Ulimits { get; init; } = [];

    /// <summary>The isolation technology, or null.</summary>
    public string? Isolation { get; init; }

    /// <summary>The provenance attestation as written, or null.</summary>
    public string? Provenance { get; init; }

    /// <summary>The SBOM attestation as written, or null.</summary>
    public string? Sbom { get; init; }

    /// <summary>Where the Dockerfile is named; the section itself when it isn't.</summary>
    public required SourceLocation DockerfileLocation { get; init; }

    /// <summary>The section's <c>x-</c> keys.</summary>
    public required ComposeMapping Extensions { get; init; }

    /// <summary>Where the section stands; with several files, in the last one.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The file that it stands in; null when no compose file describes the build.</summary>
    public SourceText? Source { get; init; }

    /// <summary>
    /// Makes sure that the directories, the Dockerfile and the secret files that are to be on this machine are there. Loading doesn't: a project
    /// may be worked with where only some of its services can be built.
    /// </summary>
    /// <exception cref="LocatedException">One of them is missing.</exception>
    public void CheckFiles(ISourceFiles files) => BuildFiles.Check(this, files);
}
