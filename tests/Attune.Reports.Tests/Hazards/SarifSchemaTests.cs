using Attune.Hazards;
using Attune.Hazards.Repair;
using Attune.Hazards.Rules;
using Attune.Hazards.Suppression;
using Attune.Reports.Hazards;
using Attune.Source;
using NJsonSchema;

namespace Attune.Reports.Tests.Hazards;

/// <summary>SARIF logs against the schema of the standard, as the package Sarif.Sdk carries it.</summary>
public sealed class SarifSchemaTests
{
    private static readonly SourceText _source = new("my app/Dockerfile", "FROM rust:1.92\nRUN --mount=type=cache,target=/c \\\n\tcargo build\n");

    [Fact]
    public async Task A_log_of_every_rule_fits_the_schema() => Assert.Empty(await Faults(SarifFindings.Render(Report())));

    [Fact]
    public async Task A_log_without_findings_fits_the_schema() => Assert.Empty(await Faults(SarifFindings.Render(new([]))));

    [Theory]
    [InlineData("\"level\": \"error\"", "\"level\": \"fatal\"")]
    [InlineData("\"kind\": \"inSource\"", "\"kind\": \"comment\"")]
    [InlineData("\"startLine\": 2", "\"startLine\": 0")]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2.0\"")]
    [InlineData("\"ruleIndex\"", "\"ruleNumber\"")]
    public async Task The_schema_refuses_what_is_wrong(string right, string wrong)
    {
        var log = SarifFindings.Render(Report());
        Assert.Contains(right, log, StringComparison.Ordinal);
        Assert.NotEmpty(await Faults(log.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static async Task<IEnumerable<string>> Faults(string log)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"));
        return schema.Validate(log).Select(e => e.ToString());
    }

    private static HazardReport Report()
    {
        var span = new Span(_source.Text.IndexOf("--mount", StringComparison.Ordinal), 28);
        var fix = new Fix("Set sharing=locked", FixSafety.Safe, _source, [new(new(span.End, 0), ",sharing=locked")]);
        List<Finding> findings =
        [
            .. RuleCatalog.All.Select(r => new Finding(r.Id, r.Name, _source.LocationOf(span), "What is wrong")
            {
                Severity = r.Severity,
                CacheId = "/c",
                Services = ["api"],
                Advice = "Do this.",
                Fix = fix,
            }),
        ];
        return new([.. findings])
        {
            Suppressed =
            [
                new(findings[0] with { Fix = null }, SuppressionKind.Comment) { Reason = "why" },
                new(findings[1] with { Location = findings[1].Location with { Path = "/elsewhere/Dockerfile" } }, SuppressionKind.Configuration),
                new(findings[2] with { CacheId = "", Services = [] }, SuppressionKind.Baseline),
            ],
        };
    }
}
