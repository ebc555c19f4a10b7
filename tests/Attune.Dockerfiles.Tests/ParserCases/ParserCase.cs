namespace Attune.Dockerfiles.Tests.ParserCases;

/// <summary>
/// A folder as BuildKit's parser tests have it: a <c>Dockerfile</c>, and in <c>result</c> the instructions read from it, or no such file below
/// <c>testfiles-negative</c>. Two files more, where they are: <c>lines</c> has each instruction's first and last line and its here-documents,
/// <c>verdict</c> says whether the frontend accepts the instructions.
/// </summary>
internal sealed record ParserCase(string Folder)
{
    /// <summary>Names a folder of further cases, with folders of cases in it or itself one.</summary>
    public const string Variable = "ATTUNE_PARSER_CASES";

    public string Dockerfile => File.ReadAllText(Path.Combine(Folder, "Dockerfile"));

    public string? Result => Read("result");

    public string? Lines => Read("lines");

    public string? Verdict => Read("verdict")?.Trim();

    public bool IsRefused => Path.GetFileName(Path.GetDirectoryName(Folder)) == "testfiles-negative";

    public static IEnumerable<string> Own => In(Path.Combine(RepositoryRoot.Path, "tests", "Attune.Dockerfiles.Tests", "ParserCases"));

    public static IEnumerable<string> Further => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? In(folder) : [];

    private static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "Dockerfile", SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!).Order(StringComparer.Ordinal);

    private string? Read(string name) => Path.Combine(Folder, name) is var path && File.Exists(path) ? File.ReadAllText(path) : null;
}
