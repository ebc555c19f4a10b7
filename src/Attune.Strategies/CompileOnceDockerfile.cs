using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.Strategies;

/// <summary>The Dockerfile that compiles all services of a project in one step: it lies beside the main one and is called like it, with <c>.optimized</c>.</summary>
public static class CompileOnceDockerfile
{
    private const string Suffix = ".optimized";

    /// <summary>Its absolute path.</summary>
    /// <exception cref="UserErrorException">The project has none.</exception>
    public static string Of(ComposeProject project, ISourceFiles files) => Find(project, files) ?? throw new UserErrorException(
        $"The project has no Dockerfile that compiles its services once: {DockerfileReplacement.MainDockerfile(project) ?? "Dockerfile"}{Suffix} isn't there",
        "Write one (docs/strategies.md says how), or name it with --dockerfile.", FaultKind.Usage);

    /// <summary>Its absolute path, or null when the project has none.</summary>
    public static string? Find(ComposeProject project, ISourceFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return DockerfileReplacement.MainDockerfile(project) switch
        {
            null => null,
            var main when main.EndsWith(Suffix, StringComparison.Ordinal) => main,
            var main => files.FileExists(main + Suffix) ? main + Suffix : null,
        };
    }
}
