using Attune.Compose;
using Attune.Dockerfiles;
using Attune.Source;

namespace Attune.Projects;

/// <summary>Takes plain Dockerfiles for a project: each named stage is one build, and the last stage.</summary>
public static class DockerfileProject
{
    /// <summary>Reads the Dockerfiles.</summary>
    /// <param name="paths">Absolute paths.</param>
    /// <param name="request">Says what paths in messages are relative to.</param>
    /// <param name="files">Where from.</param>
    /// <exception cref="LocatedException">A Dockerfile is faulty.</exception>
    /// <exception cref="UserErrorException">A Dockerfile is missing or unreadable.</exception>
    public static ComposeProject Of(IEnumerable<string> paths, PlanRequest request, ISourceFiles files)
    {
        string[] dockerfiles = [.. paths.Distinct(StringComparer.Ordinal)];
        var builds = dockerfiles.SelectMany(p => Builds(p, dockerfiles.Length > 1, request.CurrentDirectory, files));
        return ComposeProject.OfDockerfiles(request.CurrentDirectory, [.. builds]);
    }

    private static IEnumerable<DockerfileBuild> Builds(string path, bool amongOthers, string currentDirectory, ISourceFiles files)
    {
        if (!files.FileExists(path))
            throw new UserErrorException($"The Dockerfile {path} doesn't exist", "Check --dockerfile.", FaultKind.Usage);
        var shown = Path.GetRelativePath(currentDirectory, path);
        var stages = DockerfileDocument.Parse(new(shown, files.ReadText(path))).Stages;
        var prefix = amongOthers ? shown + "#" : "";
        return from stage in stages
               where stage.Name is not null || stage == stages[^1]
               group stage by stage.DisplayName into named
               select new DockerfileBuild(prefix + named.Key, path, named.Last().Name);
    }
}
