using System.Text.Json;
using Attune.Hazards.Repair;

namespace Attune.Reports.Hazards;

/// <summary>Fixes as SARIF has them.</summary>
internal static class SarifFixes
{
    public static void Write(Utf8JsonWriter json, Fix fix)
    {
        json.WriteText("description", fix.Safety == FixSafety.Safe ? fix.Title : $"{fix.Title} (the build works differently afterwards)");
        json.WriteObjects("artifactChanges", [fix], _ =>
        {
            SarifFindings.WriteArtifact(json, fix.Source.Path);
            json.WriteObjects("replacements", fix.Edits, edit =>
            {
                SarifFindings.WriteRegion(json, "deletedRegion", fix.Source.LocationOf(edit.Span));
                json.WriteText("insertedContent", edit.Replacement);
            });
        });
    }
}
