using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Projects;

/// <summary>
/// Finds the Dockerfiles of a directory tree by their names: <c>Dockerfile</c>, <c>Dockerfile.*</c>, <c>*.Dockerfile</c>, <c>*.dockerfile</c>
/// and <c>Containerfile</c>. It stays out of what isn't the project's own: version control, dependencies, build output, links, and checkouts
/// inside this one. Templates, from which Dockerfiles are made, are no Dockerfiles.
/// </summary>
public static class DockerfileSearch
{
    private static readonly ImmutableHashSet<string> _skipped =
    [
        ".git", ".hg", ".svn", ".nuke", ".venv", ".tox", ".cargo", ".terraform",
        "node_modules", "bower_components", "vendor", "site-packages", "target", "bin", "obj",
    ];

    private static readonly ImmutableArray<string> _others =
        [".dockerignore", ".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".template", ".erb", ".in", ".mustache", ".orig", ".bak"];

    /// <summary>The Dockerfiles' paths in ordinal order.</summary>
    /// <param name="root">An absolute path.</param>
    /// <param name="files">Where to look.</param>
    public static ImmutableArray<string> Find(string root, ISourceFiles files)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var open = new Stack<string>([root]);
        while (open.TryPop(out var directory))
            foreach (var item in ItemsOf(directory, directory == root, files))
                if (item.Kind == DirectoryItemKind.Directory)
                    open.Push(Path.Combine(directory, item.Name));
                else if (item.Kind == DirectoryItemKind.File && IsDockerfile(item.Name))
                    found.Add(Path.Combine(directory, item.Name));
        found.Sort(StringComparer.Ordinal);
        return found.ToImmutable();
    }

    private static IEnumerable<DirectoryItem> ItemsOf(string directory, bool isRoot, ISourceFiles files)
    {
        DirectoryItem[] items = [.. files.List(directory)];
        return !isRoot && items.Any(i => i.Name == ".git")
            ? []
            : items.Where(i => i.Kind != DirectoryItemKind.Directory || !_skipped.Contains(i.Name));
    }

    private static bool IsDockerfile(string name) =>
        (name is "Dockerfile" or "Containerfile" || name.StartsWith("Dockerfile.", StringComparison.Ordinal)
            || name.EndsWith(".Dockerfile", StringComparison.Ordinal) || name.EndsWith(".dockerfile", StringComparison.Ordinal))
        && !_others.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
