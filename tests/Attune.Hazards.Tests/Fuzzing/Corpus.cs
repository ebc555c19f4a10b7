using Attune.Hazards.Rules;
using Attune.Hazards.Tests.Pages;

namespace Attune.Hazards.Tests.Fuzzing;

/// <summary>The texts that mutations start from: all Dockerfiles and compose files of the tests and of the rules' pages.</summary>
internal static class Corpus
{
    public static string[] Dockerfiles() => [.. InTests("Dockerfile", "*.Dockerfile"), .. InPages(p => !IsCompose(p))];

    public static string[] ComposeFiles() => [.. InTests("*.yml", "*.yaml"), .. InPages(IsCompose)];

    private static bool IsCompose(string path) => path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal);

    private static IEnumerable<string> InTests(params string[] patterns) =>
        from pattern in patterns
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), pattern, SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        orderby file
        select File.ReadAllText(file) into text
        where text.Length is > 0 and < 8_000
        select text;

    private static IEnumerable<string> InPages(Func<string, bool> isWanted) =>
        from rule in RuleCatalog.All
        from file in RulePage.Read(rule.Id).Example
        where isWanted(file.Path)
        select file.Text;
}
