using System.Collections.Immutable;
using System.Globalization;
using Attune.Hazards;
using Attune.Reports.Hazards;
using Attune.Reports.Text;

namespace Attune.Reports.Tables;

/// <summary>Who mounts which cache: a line for each mount of each build.</summary>
public static class MountReport
{
    private static readonly TableColumn[] _columns = [new("CACHE ID"), new("SERVICE"), new("RUN"), new("SHARING"), new("TOOL", DropOrder: 1)];

    /// <summary>The table, or one line that says that there is nothing.</summary>
    /// <param name="mounts">The mounts in order.</param>
    /// <param name="width">The cells that a line may take.</param>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyList<MountEntry> mounts, int width) => mounts.Count == 0
        ? [StyledLine.Of("No build mounts a cache.")]
        : TextTable.Render(_columns, mounts.Select(Row), width);

    /// <summary>For programs: <c>{mounts:[{cacheId,service,file,line,target,sharing,tool}]}</c>; the line is that of the RUN, an unknown tool is null.</summary>
    public static string Json(IEnumerable<MountEntry> mounts) => ReportJson.Write(json => json.WriteObjects("mounts", mounts, entry =>
    {
        json.WriteString("cacheId", entry.Mount.Id);
        json.WriteString("service", entry.Service);
        json.WriteString("file", entry.Run.Path);
        json.WriteNumber("line", entry.Run.Start.Line);
        json.WriteString("target", entry.Mount.Target);
        json.WriteString("sharing", Sharing(entry));
        json.WriteString("tool", entry.Tool);
    }));

    private static ImmutableArray<StyledText> Row(MountEntry entry) =>
    [
        new(entry.Mount.Id, Tone.Strong),
        new(entry.Service),
        new(string.Create(CultureInfo.InvariantCulture, $"{entry.Run.Path}:{entry.Run.Start.Line}")),
        new(Sharing(entry)),
        new(entry.Tool ?? "", Tone.Dim),
    ];

    private static string Sharing(MountEntry entry) => entry.Mount.Sharing.ToString().ToLowerInvariant();
}
