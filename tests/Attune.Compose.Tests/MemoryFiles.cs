using Attune.Source;

namespace Attune.Compose.Tests;

/// <summary>Files that exist in a test only.</summary>
internal sealed class MemoryFiles(params (string Path, string Text)[] files) : ISourceFiles
{
    private readonly Dictionary<string, string> _files = files.ToDictionary(f => Path.GetFullPath(f.Path, Root), f => f.Text);

    public static string Root { get; } = Path.GetFullPath("/project");

    /// <summary>Loads the project of these files, from its root.</summary>
    public static ComposeProject Load(params (string Path, string Text)[] files) =>
        ComposeProject.Load(Request([]), new MemoryFiles(files));

    public static ComposeRequest Request(Dictionary<string, string> environment) => new() { CurrentDirectory = Root, Environment = environment };

    public bool FileExists(string path) => _files.ContainsKey(path);

    public bool DirectoryExists(string path) => _files.Keys.Any(f => f.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    public IEnumerable<DirectoryItem> List(string directory) => [];

    public string ReadText(string path) => _files.TryGetValue(path, out var text) ? text : throw new UserErrorException($"Can't read {path}");
}
