using System.Collections.Concurrent;
using Attune.Compose;
using Attune.Dockerfiles;
using Attune.Source;

namespace Attune.Projects;

/// <summary>Reads the Dockerfiles of a project, each once, several at the same time.</summary>
/// <param name="files">Where from.</param>
/// <param name="currentDirectory">What paths in messages are relative to, when they lie below it.</param>
internal sealed class DockerfileReader(ISourceFiles files, string currentDirectory)
{
    private readonly ConcurrentDictionary<string, Lazy<DockerfileDocument>> _documents = new(StringComparer.Ordinal);

    /// <summary>The Dockerfile of a section, or null when it lies in a context that only the engine can fetch.</summary>
    public DockerfileDocument? Read(BuildSection section)
    {
        if (section.DockerfileInline is { } text)
            return DockerfileDocument.Parse(new($"{section.Location.Path} (dockerfile_inline)", text));
        if (section.DockerfilePath is not { } path)
            return null;
        if (_documents.TryGetValue(path, out var known))
            return known.Value;
        if (section.Context.Kind == ContextKind.Directory && !files.DirectoryExists(section.Context.Value))
            throw new LocatedException($"The build context {section.Context.Value} doesn't exist", section.Context.Location);
        if (!files.FileExists(path))
            throw new LocatedException($"The Dockerfile {path} doesn't exist", section.DockerfileLocation, "Create it, or name another one with build.dockerfile.");
        return Read(path);
    }

    /// <summary>The Dockerfile at an absolute path.</summary>
    public DockerfileDocument Read(string path) =>
        _documents.GetOrAdd(path, p => new(() => DockerfileDocument.Parse(new(Shown(p), files.ReadText(p))))).Value;

    /// <summary>A path as messages show it.</summary>
    public string Shown(string path) => Path.GetRelativePath(currentDirectory, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal)
        ? relative
        : path;
}
