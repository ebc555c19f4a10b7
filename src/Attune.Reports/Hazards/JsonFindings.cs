using System.Text.Json;
using Attune.Hazards;
using Attune.Hazards.Repair;
using Attune.Reports.Json;
using Attune.Source;

namespace Attune.Reports.Hazards;

/// <summary>
/// Findings for programs:
/// <c>{findings:[{rule,name,severity,confidence,file,line,column,endLine,endColumn,cacheId,services,message,fix}]}</c>. Lines and columns
/// count from 1, the end is exclusive. <c>fix</c> is null or <c>{title,safety,edits:[{line,column,endLine,endColumn,text}]}</c>. What is held back
/// follows as <c>suppressed:[{…,suppressedBy,reason}]</c>.
/// </summary>
public static class JsonFindings
{
    /// <summary>The document.</summary>
    public static string Render(HazardReport report) => ReportJson.Write(json =>
    {
        json.WriteObjects("findings", report.Findings, finding => Write(json, finding));
        json.WriteObjects("suppressed", report.Suppressed, held =>
        {
            Write(json, held.Finding);
            json.WriteString("suppressedBy", held.Kind.ToString().ToLowerInvariant());
            json.WriteString("reason", held.Reason);
        });
    });

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule);
        json.WriteString("name", finding.Name);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("confidence", finding.Confidence.ToString().ToLowerInvariant());
        json.WriteString("file", finding.Location.Path);
        WritePlace(json, finding.Location);
        json.WriteString("cacheId", finding.CacheId);
        json.WriteNames("services", finding.Services);
        json.WriteString("message", finding.Message);
        if (finding.Fix is { } fix)
            json.WriteObject("fix", () => Write(json, fix));
        else
            json.WriteNull("fix");
    }

    private static void Write(Utf8JsonWriter json, Fix fix)
    {
        json.WriteString("title", fix.Title);
        json.WriteString("safety", fix.Safety.ToString().ToLowerInvariant());
        json.WriteObjects("edits", fix.Edits, edit =>
        {
            WritePlace(json, fix.Source.LocationOf(edit.Span));
            json.WriteString("text", edit.Replacement);
        });
    }

    private static void WritePlace(Utf8JsonWriter json, SourceLocation location)
    {
        json.WriteNumber("line", location.Start.Line);
        json.WriteNumber("column", location.Start.Column);
        json.WriteNumber("endLine", location.End.Line);
        json.WriteNumber("endColumn", location.End.Column);
    }
}
