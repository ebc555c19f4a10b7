using System.Collections.Immutable;
using Attune.Compose.Loading;
using Attune.Source;

namespace Attune.Compose;

/// <summary>A compose project as far as building its images goes: files merged, variables replaced, paths absolute.</summary>
public sealed record ComposeProject
{
    /// <summary>The project's name.</summary>
    public required string Name { get; init; }

    /// <summary>The project directory, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>The compose files, absolute, in the order in which they were merged; included and extended files aren't among them.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>The services that the active profiles select, in the order of the files.</summary>
    public required ImmutableArray<ComposeService> Services { get; init; }

    /// <summary>The services that no active profile selects.</summary>
    public required ImmutableArray<ComposeService> InactiveServices { get; init; }

    /// <summary>The active profiles.</summary>
    public required ImmutableArray<string> Profiles { get; init; }

    /// <summary>The environment with the variables of env files; secrets that come from a variable are looked up here.</summary>
    public required ImmutableDictionary<string, string> Environment { get; init; }

    /// <summary>The top-level <c>x-</c> keys.</summary>
    public required ComposeMapping Extensions { get; init; }

    /// <summary>What is odd but doesn't stop a build.</summary>
    public required ImmutableArray<ComposeWarning> Warnings { get; init; }

    /// <summary>Loads a project.</summary>
    /// <param name="request">What to load.</param>
    /// <param name="files">Where files are read from.</param>
    /// <exception cref="LocatedException">A file says something wrong.</exception>
    /// <exception cref="UserErrorException">A file is missing or unreadable, or the request doesn't fit.</exception>
    public static ComposeProject Load(ComposeRequest request, ISourceFiles files) => ProjectLoader.Load(request, files);

    /// <summary>The project that plain Dockerfiles amount to: a service for each build.</summary>
    /// <param name="directory">Its directory, absolute.</param>
    /// <param name="builds">The builds; their names differ.</param>
    public static ComposeProject OfDockerfiles(string directory, ImmutableArray<DockerfileBuild> builds) => DockerfileServices.Project(directory, builds);

    /// <summary>An active or inactive service by its name, or null.</summary>
    public ComposeService? Find(string name) =>
        Services.Concat(InactiveServices).FirstOrDefault(service => service.Name == name);
}
