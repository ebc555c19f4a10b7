using System.Collections.Immutable;
using System.Text.Json;
using Attune.Source;

namespace Attune.Compose.Tests;

/// <summary>
/// One folder of <c>Corpus</c>: a project as a user could have it. <c>request.json</c> says how it is loaded (by default: in that folder, with an
/// empty environment) and, where Compose itself deliberately or mistakenly differs, why.
/// </summary>
internal sealed record CorpusCase(string Name, string Directory, CorpusCase.Options Request)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static string Root { get; } = Path.Combine(RepositoryRoot.Path, "tests", "Attune.Compose.Tests", "Corpus");

    public static IEnumerable<string> Names => System.IO.Directory.GetDirectories(Root)
        .Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    public string CurrentDirectory => Path.Combine(Directory, Request.In ?? ".").TrimEnd('.').TrimEnd('/');

    public static CorpusCase Open(string name)
    {
        var directory = Path.Combine(Root, name);
        var file = Path.Combine(directory, "request.json");
        var options = File.Exists(file) ? JsonSerializer.Deserialize<Options>(File.ReadAllText(file), _json)! : new();
        return new(name, directory, options);
    }

    public ComposeRequest ToRequest() => new()
    {
        CurrentDirectory = CurrentDirectory,
        ProjectDirectory = Request.ProjectDirectory,
        ProjectName = Request.ProjectName,
        Files = Request.Files,
        EnvFiles = Request.EnvFiles,
        Profiles = Request.Profiles,
        Environment = Request.Environment,
    };

    /// <summary>The resolved model, or the fault, with this machine's paths taken out.</summary>
    public string Describe()
    {
        try
        {
            return Portable(ModelText.Of(ComposeProject.Load(ToRequest(), new DiskSourceFiles())));
        }
        catch (LocatedException e)
        {
            return Portable(e.Describe());
        }
        catch (UserErrorException e)
        {
            return Portable(e.Message + (e.Advice is null ? "" : "\n  " + e.Advice));
        }
    }

    private string Portable(string text)
    {
        text = text.Replace(Directory, "{case}", StringComparison.Ordinal)
            .Replace(Root, "{corpus}", StringComparison.Ordinal)
            .Replace(Path.GetDirectoryName(Root)!, "{tests}", StringComparison.Ordinal);
        return Path.DirectorySeparatorChar == '/' ? text : text.Replace(Path.DirectorySeparatorChar, '/');
    }

    internal sealed record Options
    {
        public string? In { get; init; }

        public string? ProjectDirectory { get; init; }

        public string? ProjectName { get; init; }

        public ImmutableArray<string> Files { get; init; } = [];

        public ImmutableArray<string> EnvFiles { get; init; } = [];

        public ImmutableArray<string> Profiles { get; init; } = [];

        public Dictionary<string, string> Environment { get; init; } = [];

        /// <summary>Why Compose isn't asked about this case.</summary>
        public string? ComposeDiffers { get; init; }
    }
}
