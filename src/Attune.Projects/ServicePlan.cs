using System.Collections.Immutable;
using Attune.Compose;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;
using Attune.Source;

namespace Attune.Projects;

/// <summary>What is built for one service: its compose section with its Dockerfile resolved.</summary>
public sealed record ServicePlan
{
    /// <summary>The service.</summary>
    public required ComposeService Service { get; init; }

    /// <summary>Its <c>build</c> section.</summary>
    public required BuildSection Section { get; init; }

    /// <summary>What the Dockerfile means for this service; null when it lies in a remote context and can't be read before the build.</summary>
    public required ResolvedBuild? Resolved { get; init; }

    /// <summary>What <see cref="Resolved"/> was resolved with; with another platform in it, the Dockerfile can be resolved for that one too.</summary>
    public BuildInputs Inputs { get; init; } = new();

    /// <summary>The build arguments in order: those of the compose file, then those given to this run, which win.</summary>
    public required ImmutableArray<NamedValue> Args { get; init; }

    /// <summary>The text that the engine gets as the Dockerfile, in place of what the file says; null leaves it the file.</summary>
    public string? DockerfileText { get; init; }

    /// <summary>The service's name.</summary>
    public string Name => Service.Name;

    /// <summary>The names of the image: the service's image, then the further tags, each once.</summary>
    public ImmutableArray<string> Tags => [.. Section.Tags.Prepend(Service.ImageName).Distinct(StringComparer.Ordinal)];

    /// <summary>The platforms to build for, as Compose does: the section's, else the one that the service runs on; none means the engine's own.</summary>
    public ImmutableArray<string> Platforms => Section.Platforms is [] && Service.Platform is { } own ? [own] : Section.Platforms;

    /// <summary>The Dockerfile, when it could be read.</summary>
    public DockerfileDocument? Document => Resolved?.Document;

    /// <summary>The cache mounts that this service's build uses.</summary>
    public ImmutableArray<CacheMount> CacheMounts => Resolved?.CacheMounts ?? [];

    /// <summary>The services whose images it starts from (<c>additional_contexts: service:x</c>).</summary>
    public IEnumerable<string> SourceServices => Section.AdditionalContexts.Select(c => c.Service).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The service built from another text of its Dockerfile; the file stays as it is.</summary>
    /// <param name="document">The text, parsed.</param>
    /// <exception cref="LocatedException">The text can't be built for this service.</exception>
    public ServicePlan BuiltFrom(DockerfileDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return this with { DockerfileText = document.Source.Text, Resolved = document.Resolve(Inputs) };
    }
}
