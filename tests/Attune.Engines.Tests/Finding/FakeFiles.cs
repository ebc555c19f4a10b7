using Attune.Source;

namespace Attune.Engines.Tests.Finding;

/// <summary>Files that exist only here; a socket is a file without text.</summary>
internal sealed class FakeFiles(IReadOnlyDictionary<string, string> texts) : ISourceFiles
{
    public bool FileExists(string path) => texts.ContainsKey(path);

    public bool DirectoryExists(string path) => texts.Keys.Any(k => k.StartsWith(path + "/", StringComparison.Ordinal));

    public IEnumerable<DirectoryItem> List(string directory) => [];

    public string ReadText(string path) => texts[path];
}
