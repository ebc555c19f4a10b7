using System.Collections.Immutable;
using Attune.Engines.Processes;

namespace Attune.Benchmarks.Comparing;

/// <summary>How contenders are started.</summary>
/// <param name="StartScript">This build's own start script.</param>
/// <param name="Engine">The engine's address, which every contender gets.</param>
public sealed record CommandLines(string StartScript, string Engine)
{
    /// <summary>The command that builds the services of a directory's <c>compose.yml</c>.</summary>
    public ProcessRequest Of(Contender contender, string directory) => contender.Program switch
    {
        BuildProgram.Compose => Docker(directory, "compose", "--progress", "plain", "-f", ScratchFile, "build"),
        BuildProgram.Bake => Docker(directory, "buildx", "bake", "--progress", "plain", "--load", "--allow", "network.host", "-f", ScratchFile),
        _ => new(StartScript, [.. contender.Targets, "--project-directory", directory, "--engine", Engine, "--progress", "plain", "--no-logo"]) { WorkingDirectory = directory },
    };

    /// <summary>The command that says which version of a peer there is; null for this build.</summary>
    public ProcessRequest? Version(BuildProgram program, string directory) => program switch
    {
        BuildProgram.Compose => Docker(directory, "compose", "version", "--short"),
        BuildProgram.Bake => Docker(directory, "buildx", "version"),
        _ => null,
    };

    internal const string ScratchFile = "compose.yml";

    private ProcessRequest Docker(string directory, params ImmutableArray<string> arguments) => new("docker", ["--host", Engine, .. arguments]) { WorkingDirectory = directory };
}
