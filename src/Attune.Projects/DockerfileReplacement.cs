using System.Collections.Immutable;
using Attune.Compose;
using Attune.Source;

namespace Attune.Projects;

/// <summary>
/// Builds a project's services from another Dockerfile than their compose file names: those that share the project's main Dockerfile, which is
/// the one that most services name. The others keep theirs, which the other Dockerfile can't be meant for.
/// </summary>
public static class DockerfileReplacement
{
    /// <summary>The path of the Dockerfile that most services are built from, of equally many the first; null when none is a file on this machine.</summary>
    public static string? MainDockerfile(ComposeProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return project.Services.Where(IsReplaceable).GroupBy(s => s.Build!.DockerfilePath).MaxBy(g => g.Count())?.Key;
    }

    /// <summary>The project with another main Dockerfile, as if <c>build.dockerfile</c> named it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="path">The other Dockerfile, absolute.</param>
    /// <exception cref="UserErrorException">No service has a Dockerfile that can be replaced.</exception>
    public static ComposeProject Replace(ComposeProject project, string path)
    {
        var main = MainDockerfile(project) ?? throw new UserErrorException(
            "No service of the project has a Dockerfile that another one could stand in for", "Leave out --dockerfile.", FaultKind.Usage);
        ImmutableArray<ComposeService> services =
        [
            .. project.Services.Select(s => IsReplaceable(s) && s.Build!.DockerfilePath == main
                ? s with { Build = s.Build with { Dockerfile = path, DockerfilePath = path } }
                : s),
        ];
        return project with { Services = services };
    }

    private static bool IsReplaceable(ComposeService service) =>
        service.Build is { DockerfilePath: not null, DockerfileInline: null, Context.Kind: ContextKind.Directory };
}
