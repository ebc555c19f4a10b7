using System.Text.Json;
using Attune.Hazards;
using Attune.Hazards.Rules;
using Attune.Hazards.Suppression;
using Attune.Reports.Json;
using Attune.Source;

namespace Attune.Reports.Hazards;

/// <summary>Findings as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.</summary>
public static class SarifFindings
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>The log: all rules with their pages, the findings, and those that are held back.</summary>
    public static string Render(HazardReport report) => ReportJson.Write(json =>
    {
        var fingerprints = new Fingerprints();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteObjects("runs", ["one"], _ =>
        {
            json.WriteObject("tool", () => json.WriteObject("driver", () => WriteDriver(json)));
            json.WriteString("columnKind", "utf16CodeUnits");
            var held = report.Suppressed.ToLookup(s => s.Finding, ReferenceEqualityComparer.Instance);
            json.WriteObjects("results", InOrder(report), finding =>
            {
                WriteResult(json, finding, fingerprints.Of(finding));
                // An empty list says that nothing holds a result back; without one a viewer can't know.
                json.WriteObjects("suppressions", held[finding], s => WriteSuppression(json, s));
            });
        });
    });

    // Fingerprints count equal lines, so a finding mustn't move when it is held back.
    private static IEnumerable<Finding> InOrder(HazardReport report) => report.Findings.Concat(report.Suppressed.Select(s => s.Finding))
        .OrderBy(f => f.Location.Path, StringComparer.Ordinal)
        .ThenBy(f => f.Location.Start.Line)
        .ThenBy(f => f.Location.Start.Column)
        .ThenBy(f => f.Rule, StringComparer.Ordinal);

    private static void WriteDriver(Utf8JsonWriter json)
    {
        json.WriteString("name", "Attune");
        json.WriteObjects("rules", RuleCatalog.All, rule =>
        {
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Name);
            json.WriteText("shortDescription", rule.Name.Replace('-', ' '));
            var page = RuleCatalog.Explain(rule.Id)!.ReplaceLineEndings("\n");
            json.WriteObject("help", () =>
            {
                json.WriteString("text", page);
                json.WriteString("markdown", page);
            });
            json.WriteObject("defaultConfiguration", () => json.WriteString("level", Level(rule.Severity)));
        });
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, string fingerprint)
    {
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", RuleCatalog.All.IndexOf(RuleCatalog.Find(finding.Rule)!));
        json.WriteString("level", Level(finding.Severity));
        json.WriteText("message", $"{finding.Message}. {finding.Advice}");
        json.WriteObjects("locations", [finding.Location], location => json.WriteObject("physicalLocation", () =>
        {
            WriteArtifact(json, location.Path);
            WriteRegion(json, "region", location);
        }));
        json.WriteObject("partialFingerprints", () => json.WriteString("attuneFinding/v1", fingerprint));
        if (finding.Fix is { } fix)
            json.WriteObjects("fixes", [fix], f => SarifFixes.Write(json, f));
        json.WriteObject("properties", () =>
        {
            json.WriteString("confidence", finding.Confidence.ToString().ToLowerInvariant());
            json.WriteString("cacheId", finding.CacheId);
            json.WriteNames("services", finding.Services);
        });
    }

    private static void WriteSuppression(Utf8JsonWriter json, SuppressedFinding held)
    {
        json.WriteString("kind", held.Kind == SuppressionKind.Comment ? "inSource" : "external");
        json.WriteString("status", "accepted");
        if ((held.Reason ?? (held.Kind == SuppressionKind.Baseline ? "It was there when the baseline was written." : null)) is { } reason)
            json.WriteString("justification", reason);
    }

    internal static void WriteArtifact(Utf8JsonWriter json, string path) =>
        json.WriteObject("artifactLocation", () => json.WriteString("uri", Uri(path)));

    internal static void WriteRegion(Utf8JsonWriter json, string name, SourceLocation location) => json.WriteObject(name, () =>
    {
        json.WriteNumber("startLine", location.Start.Line);
        json.WriteNumber("startColumn", location.Start.Column);
        json.WriteNumber("endLine", location.End.Line);
        json.WriteNumber("endColumn", location.End.Column);
    });

    private static string Uri(string path)
    {
        var parts = string.Join('/', path.Split('/', '\\').Select(System.Uri.EscapeDataString));
        return parts.StartsWith('/') ? "file://" + parts : parts;
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
