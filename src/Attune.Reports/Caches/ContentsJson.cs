using System.Text.Json;
using Attune.Caches.Inspection;
using Attune.Reports.Hazards;

namespace Attune.Reports.Caches;

/// <summary>
/// What lies inside caches, for programs: <c>{caches:[{id,fork,records,record,size,files,folders:[{path,size}],entries:[{what,count}],swept,incomplete}]}</c>.
/// Sizes are bytes; <c>record</c> is null where the engine's store doesn't show it, <c>size</c> where the image has no <c>du</c>.
/// </summary>
public static class ContentsJson
{
    /// <summary>The document.</summary>
    public static string Render(IEnumerable<CacheContents> caches) => ReportJson.Write(json => json.WriteObjects("caches", caches, contents =>
    {
        json.WriteString("id", contents.Cache.Id);
        json.WriteString("fork", contents.Cache.Fork.ToString());
        json.WriteNumber("records", contents.Records);
        json.WriteString("record", contents.Record);
        if (contents.Size is { } size)
            json.WriteNumber("size", size);
        else
            json.WriteNull("size");
        json.WriteNumber("files", contents.Files);
        json.WriteObjects("folders", contents.Folders.Where(f => f.Path.Length > 0), folder =>
        {
            json.WriteString("path", folder.Path);
            json.WriteNumber("size", folder.Size);
        });
        json.WriteObjects("entries", contents.Entries, entry =>
        {
            json.WriteString("what", entry.What);
            json.WriteNumber("count", entry.Count);
        });
        WriteNames(json, "swept", contents.Swept);
        WriteNames(json, "incomplete", contents.Incomplete);
    }));

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
