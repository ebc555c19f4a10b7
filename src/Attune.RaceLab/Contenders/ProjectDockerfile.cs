using System.Collections.Immutable;
using Attune.Dockerfiles;
using Attune.Projects;
using Attune.Source;

namespace Attune.RaceLab.Contenders;

/// <summary>A project's own services, built from a Dockerfile that may not be the one of its compose file.</summary>
public static class ProjectDockerfile
{
    /// <summary>
    /// The contender: the services that share a Dockerfile — of several groups the largest — with another one in its place. The image that
    /// they start from is replaced through the argument that chooses it.
    /// </summary>
    /// <param name="document">The Dockerfile.</param>
    /// <param name="plan">The project's services with some build arguments more.</param>
    /// <exception cref="UserErrorException">The Dockerfile can't be told to start from another image.</exception>
    public static Contender Contender(DockerfileDocument document, Func<ImmutableDictionary<string, string>, BuildPlan> plan)
    {
        var name = document.Source.Path;
        if (!document.GlobalArguments.Any(a => a.Name.Text == ImageArgument))
            throw new UserErrorException(
                $"{name} doesn't let its Rust image be chosen, which the race lab needs",
                $"Begin it with ARG {ImageArgument}=rust:… and FROM ${{{ImageArgument}}}.",
                FaultKind.Usage);
        return new(name, "the project's services, all at once", args => Replace(document, plan(args)));
    }

    /// <summary>The build argument that names the Rust image.</summary>
    public const string ImageArgument = "RUST_IMAGE";

    private static BuildPlan Replace(DockerfileDocument document, BuildPlan plan)
    {
        var group = plan.Services.Where(s => s.Section.DockerfilePath is not null).GroupBy(s => s.Section.DockerfilePath).MaxBy(g => g.Count())
            ?? throw new UserErrorException("No service of the project has a Dockerfile that can be replaced", "Check --project-directory.", FaultKind.Usage);
        return plan with { Services = [.. group.Select(s => s.BuiltFrom(document))] };
    }
}
