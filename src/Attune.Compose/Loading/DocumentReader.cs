using System.Collections.Immutable;
using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose.Loading;

/// <summary>Reads compose files into trees, each file once.</summary>
internal sealed class DocumentReader(ISourceFiles files, string currentDirectory)
{
    private readonly Dictionary<string, ImmutableArray<ComposeMapping>> _documents = new(StringComparer.Ordinal);

    public ISourceFiles Files => files;

    /// <summary>How many projects have been included; files that include each other in pairs double it with every level.</summary>
    public int IncludedProjects { get; set; }

    /// <summary>The documents of a file, as written.</summary>
    public ImmutableArray<ComposeMapping> Read(string path)
    {
        if (_documents.TryGetValue(path, out var known))
            return known;
        var text = new SourceText(Shown(path), files.ReadText(path));
        ImmutableArray<ComposeMapping> documents = [.. YamlReader.Read(text).Select(node => node as ComposeMapping
            ?? throw node.Origin.Fault($"A compose file must be a mapping, and this is {node.Described}"))];
        _documents.Add(path, documents);
        return documents;
    }

    /// <summary>A path as the user would write it here.</summary>
    public string Shown(string path) => LocalPaths.Shown(path, currentDirectory);
}
