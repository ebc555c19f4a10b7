using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Attune.Hazards.Tests.Pages;

/// <summary>A page under docs/rules, read as the test that it is.</summary>
internal sealed partial record RulePage(string Id, string Text)
{
    public static string Directory { get; } = Path.Combine(RepositoryRoot.Path, "docs", "rules");

    public ImmutableArray<MarkedText> Example => [.. Blocks("Example")];

    /// <summary>The example's files with those of the section Fixed in their place.</summary>
    public ImmutableArray<MarkedText> Fixed => [.. Example.Where(e => Blocks("Fixed").All(f => f.Path != e.Path)), .. Blocks("Fixed")];

    public static RulePage Read(string id) => new(id, File.ReadAllText(Path.Combine(Directory, id + ".md")).ReplaceLineEndings("\n"));

    public string Section(string title) => Regex.Match(Text, $@"(?ms)^## {title}\n(?<body>.*?)(?=^## |\z)").Groups["body"].Value.Trim();

    private IEnumerable<MarkedText> Blocks(string section) =>
        from Match block in Block().Matches(Section(section))
        select MarkedText.Parse(block.Groups["path"].Value, block.Groups["text"].Value, Id);

    [GeneratedRegex(@"(?ms)^```\w+ (?<path>\S+)\n(?<text>.*?)^```$")]
    private static partial Regex Block();
}
