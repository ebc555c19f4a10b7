using System.Collections.Immutable;
using System.Text.Json;
using Attune.Hazards;
using Attune.Hazards.Repair;
using Attune.Hazards.Rules;
using Attune.Hazards.Suppression;
using Attune.Reports.Hazards;
using Attune.Source;

namespace Attune.Reports.Tests.Hazards;

public class FindingReportsTests
{
    private static readonly SourceText _source = new(
        "my app/Dockerfile",
        "FROM rust:1.92\nRUN --mount=type=cache,target=/usr/local/cargo/registry \\\n\t--mount=type=cache,target=/c cargo build\n");

    private static readonly ImmutableArray<Finding> _findings =
    [
        Finding("CM001", "unlocked-shared-cache", "--mount=type=cache,target=/usr/local/cargo/registry") with
        {
            Fix = Insert(FixSafety.Safe),
        },
        Finding("CM001", "unlocked-shared-cache", "--mount=type=cache,target=/c") with { Severity = Severity.Warning, Confidence = Confidence.Medium },
        Finding("CM007", "needless-queue", "--mount=type=cache,target=/c") with { Severity = Severity.Info, Fix = Insert(FixSafety.Unsafe) },
    ];

    private static readonly HazardReport _report = new(_findings)
    {
        Suppressed =
        [
            new(Finding("CM013", "private-cache-copies", "--mount=type=cache,target=/c") with { Severity = Severity.Info }, SuppressionKind.Comment) { Reason = "small" },
            new(Finding("CM003", "mixed-sharing-modes", "--mount=type=cache,target=/c"), SuppressionKind.Configuration),
            new(Finding("CM008", "mixed-cache-contents", "--mount=type=cache,target=/c"), SuppressionKind.Baseline),
        ],
    };

    [Fact]
    public Task Shows_findings_for_people() => Verifier.Verify(FindingText.Render(_report));

    [Fact]
    public Task Shows_findings_for_programs() => Verifier.Verify(JsonFindings.Render(_report));

    [Fact]
    public Task Annotates_on_github() => Verifier.Verify(GitHubFindings.Render(_findings));

    [Fact]
    public Task Reports_results_as_sarif()
    {
        using var log = JsonDocument.Parse(SarifFindings.Render(_report));
        return Verifier.Verify(JsonSerializer.Serialize(log.RootElement.GetProperty("runs")[0].GetProperty("results"), _indented));
    }

    [Fact]
    public void Brings_every_rule_with_its_page_in_sarif()
    {
        using var log = JsonDocument.Parse(SarifFindings.Render(new([])));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var rules = log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(RuleCatalog.All.Select(r => r.Id), rules.Select(r => r.GetProperty("id").GetString()));
        Assert.All(rules, r => Assert.Contains("## Why is this bad", r.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Keeps_a_fingerprint_when_the_line_moves()
    {
        var moved = _findings[0] with { Location = _findings[0].Location with { Start = new(40, 5), End = new(40, 56) } };
        Assert.Equal(new Fingerprints().Of(_findings[0]), new Fingerprints().Of(moved));
    }

    [Fact]
    public void Tells_equal_lines_apart()
    {
        var fingerprints = new Fingerprints();
        Assert.NotEqual(fingerprints.Of(_findings[0]), fingerprints.Of(_findings[0]));
    }

    [Fact]
    public void Names_the_safest_next_step()
    {
        Assert.Equal("No hazards to report. Held back: 1 by comments, 1 by IgnoreHazards, 1 by the baseline.", FindingText.Summarize(_report with { Findings = [] }));
        Assert.Equal("No hazards found.", FindingText.Summarize(new([])));
        Assert.EndsWith("Next: FixLockedMounts makes 1 safe change; FixLockedMounts --diff shows them first.", FindingText.Summarize(new(_findings)), StringComparison.Ordinal);
        Assert.EndsWith("Next: ExplainRule --rule CM001 says what to do.", FindingText.Summarize(new([_findings[1]])), StringComparison.Ordinal);
        Assert.EndsWith("alter how the project is built.", FindingText.Summarize(new([_findings[1], _findings[2]])), StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    private static Finding Finding(string rule, string name, string at) =>
        new(rule, name, _source.LocationOf(new(_source.Text.IndexOf(at, StringComparison.Ordinal), at.Length)), "api and worker write it at once: 100% bad")
        {
            CacheId = "/c",
            Services = ["api", "worker"],
            Advice = "Add sharing=locked to this mount.",
        };

    private static Fix Insert(FixSafety safety) => new(
        "Set sharing=locked", safety, _source, [new(new(_source.Text.IndexOf(" \\", StringComparison.Ordinal), 0), ",sharing=locked")]);
}
