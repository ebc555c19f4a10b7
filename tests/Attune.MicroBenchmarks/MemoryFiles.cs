using Attune.Source;

namespace Attune.MicroBenchmarks;

/// <summary>Files that cost no disk.</summary>
internal sealed class MemoryFiles(IReadOnlyDictionary<string, string> files) : ISourceFiles
{
    public bool FileExists(string path) => files.ContainsKey(path);

    public bool DirectoryExists(string path) => path == "/project";

    public IEnumerable<DirectoryItem> List(string directory) => [];

    public string ReadText(string path) => files[path];
}
