using System.Text;
using System.Text.RegularExpressions;
using Attune.Hazards.Rules;

namespace Attune.Hazards.Tests.Pages;

public sealed partial class RuleCatalogTests
{
    // A name states the fault, not the cure.
    private static readonly string[] _forbiddenPrefixes = ["no-", "use-", "avoid-", "prefer-", "require-", "always-", "never-", "do-not-", "dont-", "fix-", "check-"];

    [Fact]
    public void Lists_every_rule_once() =>
        Assert.Equal(
            typeof(Rule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Rule)) && !t.IsAbstract).Select(t => t.Name).Order(StringComparer.Ordinal),
            RuleCatalog.Rules.Select(r => r.GetType().Name));

    [Fact]
    public void Every_page_has_a_rule() =>
        Assert.Equal(RuleCatalog.All.Select(r => r.Id + ".md"), Directory.GetFiles(RulePage.Directory, "CM*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void Names_state_the_fault() => Assert.All(RuleCatalog.All, rule =>
    {
        Assert.Matches(KebabCase(), rule.Name);
        Assert.DoesNotContain(_forbiddenPrefixes, p => rule.Name.StartsWith(p, StringComparison.Ordinal));
    });

    [Fact]
    public void Knows_no_rule_that_is_not_there()
    {
        Assert.Null(RuleCatalog.Find("CM999"));
        Assert.Null(RuleCatalog.Explain("needless"));
    }

    [Fact]
    public Task The_index_is_up_to_date()
    {
        var index = new StringBuilder("# Rules\n\nWhat `VerifyLockedMounts` looks for. An error fails the run; a warning or an information doesn't.\n");
        index.Append("A comment `# attune: ignore=CM007 reason` above a RUN silences a rule for it.\n\n| Rule | Name | Severity | |\n|---|---|---|---|\n");
        foreach (var rule in RuleCatalog.All)
            index.Append(System.Globalization.CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Name} | {rule.Severity.ToString().ToLowerInvariant()} | {Summary(rule.Id)} |\n");
        return Verifier.VerifyFile(index.ToString(), Path.Combine(RulePage.Directory, "README.md"));
    }

    private static string Summary(string id) => FirstSentence().Match(RulePage.Read(id).Section("What it does").ReplaceLineEndings(" ")).Value;

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)+\z")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"\A.*?\.(?=\s|\z)")]
    private static partial Regex FirstSentence();
}
