using Attune.Source;

namespace Attune.Workflow.Checks;

/// <summary>Files as they would be with some of them edited.</summary>
internal sealed class EditedFiles(ISourceFiles files) : ISourceFiles
{
    private readonly Dictionary<string, (string Before, string After)> _edited = [];

    /// <summary>The edited files in order of their paths.</summary>
    public IEnumerable<(string Path, string Before, string After)> Edited =>
        from file in _edited
        where file.Value.Before != file.Value.After
        orderby file.Key
        select (file.Key, file.Value.Before, file.Value.After);

    public void Edit(string path, string text) => _edited[path] = (_edited.TryGetValue(path, out var known) ? known.Before : files.ReadText(path), text);

    public bool FileExists(string path) => files.FileExists(path);

    public bool DirectoryExists(string path) => files.DirectoryExists(path);

    public IEnumerable<DirectoryItem> List(string directory) => files.List(directory);

    public string ReadText(string path) => _edited.TryGetValue(path, out var edited) ? edited.After : files.ReadText(path);
}
