using Attune.Compose;
using Attune.Source;

namespace Attune.Hazards.Tests.Fuzzing;

/// <summary>A compose file and a Dockerfile in memory; every path that ends in such a name is one of them.</summary>
internal sealed class MutatedFiles(string compose, string dockerfile) : ISourceFiles
{
    public static string Root { get; } = Path.GetFullPath("/project");

    public static ComposeRequest Request => new() { CurrentDirectory = Root, Environment = new Dictionary<string, string>() };

    public bool FileExists(string path) => Path.GetFileName(path) is "compose.yml" or "Dockerfile";

    public bool DirectoryExists(string path) => Path.GetFileName(path) is not ("compose.yml" or "Dockerfile");

    public IEnumerable<DirectoryItem> List(string directory) => [];

    public string ReadText(string path) => Path.GetFileName(path) switch
    {
        "compose.yml" => compose,
        "Dockerfile" => dockerfile,
        _ => throw new UserErrorException($"Can't read {path}"),
    };
}
