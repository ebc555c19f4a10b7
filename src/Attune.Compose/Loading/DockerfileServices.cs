using System.Collections.Immutable;
using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose.Loading;

/// <summary>Makes services of builds that no compose file describes.</summary>
internal static class DockerfileServices
{
    public static ComposeProject Project(string directory, ImmutableArray<DockerfileBuild> builds) => new()
    {
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(directory)),
        Directory = directory,
        Files = [.. builds.Select(b => b.Dockerfile).Distinct(StringComparer.Ordinal)],
        Services = [.. builds.Select(Service)],
        InactiveServices = [],
        Profiles = [],
        Environment = ImmutableDictionary<string, string>.Empty,
        Extensions = Nothing(directory),
        Warnings = [],
    };

    private static ComposeService Service(DockerfileBuild build)
    {
        var nothing = Nothing(build.Dockerfile);
        var directory = Path.GetDirectoryName(build.Dockerfile)!;
        return new()
        {
            Name = build.Name,
            Image = null,
            ImageName = build.Name,
            Build = new()
            {
                Context = new(ContextKind.Directory, directory, nothing.Location),
                Dockerfile = Path.GetFileName(build.Dockerfile),
                DockerfilePath = build.Dockerfile,
                DockerfileInline = null,
                Target = build.Target,
                Platforms = build.Platforms,
                DockerfileLocation = nothing.Location,
                Extensions = nothing,
                Location = nothing.Location,
            },
            DependsOn = [],
            Profiles = [],
            PullPolicy = null,
            Platform = null,
            Extensions = nothing,
            Location = nothing.Location,
        };
    }

    private static ComposeMapping Nothing(string path) => new([], new Origin(new SourceText(path, ""), default));
}
