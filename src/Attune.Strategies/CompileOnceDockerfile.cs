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
    public static string Of(ComposeProject project, ISourceFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var main = DockerfileReplacement.MainDockerfile(project) ?? throw new UserErrorException(
            "No service of the project has a Dockerfile that one for CompileOnce could stand in for", "Leave out --strategy.", FaultKind.Usage);
        if (main.EndsWith(Suffix, StringComparison.Ordinal))
            return main;
        return files.FileExists(main + Suffix)
            ? main + Suffix
            : throw new UserErrorException(
                $"The project has no Dockerfile that compiles its services once: {main}{Suffix} isn't there",
                "Write one (docs/strategies.md says how), or name it with --dockerfile.", FaultKind.Usage);
    }
}
