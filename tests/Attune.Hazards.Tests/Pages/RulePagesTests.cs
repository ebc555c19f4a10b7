using Attune.Hazards.Repair;
using Attune.Hazards.Rules;

namespace Attune.Hazards.Tests.Pages;

public sealed class RulePagesTests
{
    public static TheoryData<string> Rules() => [.. RuleCatalog.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Its_example_has_exactly_the_marked_findings(string id)
    {
        var files = RulePage.Read(id).Example;
        using var project = Create(files);
        var marked = files.SelectMany(f => f.Findings).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(marked);
        Assert.Equal(marked, project.Check().Select(f => $"{WithoutDirectory(f)} {f.Rule}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Its_fixed_text_has_no_findings(string id)
    {
        using var project = Create(RulePage.Read(id).Fixed);
        Assert.Equal("", project.Describe());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Its_fix_if_it_has_one_makes_the_fixed_text(string id)
    {
        var page = RulePage.Read(id);
        using var project = Create(page.Example);
        var findings = project.Check().Where(f => f.Rule == id && f.Fix is not null).ToList();
        Assert.All(
            FixedFile.Apply(findings, FixSafety.Unsafe),
            file => Assert.Equal(page.Fixed.Single(f => f.Path == file.Source.Path).Text, file.Text));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_says_what_it_does_why_when_to_suppress_it_and_who_says_so(string id)
    {
        var page = RulePage.Read(id);
        Assert.StartsWith($"# {id} {RuleCatalog.Find(id)!.Name}\n", page.Text, StringComparison.Ordinal);
        Assert.All(["What it does", "Why is this bad", "When to suppress"], title => Assert.NotEqual("", page.Section(title)));
        Assert.Contains("<https://", page.Section("Sources"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_is_explained_offline_by_code_and_by_name(string id)
    {
        var text = File.ReadAllText(Path.Combine(RulePage.Directory, id + ".md"));
        Assert.Equal(text, RuleCatalog.Explain(id.ToLowerInvariant()));
        Assert.Equal(text, RuleCatalog.Explain(RuleCatalog.Find(id)!.Name));
    }

    private static SampleProject Create(IEnumerable<MarkedText> files)
    {
        var project = new SampleProject();
        foreach (var file in files)
            project.With(file.Path, file.Text);
        return project;
    }

    // The compose file's path is absolute.
    private static string WithoutDirectory(Finding finding) => Path.GetFileName(finding.Location.ToString());
}
