using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Tables;

/// <summary>What would be built: a block for each service.</summary>
public static class PlanReport
{
    /// <summary>The blocks, an empty line between them.</summary>
    public static IReadOnlyList<StyledLine> Render(IReadOnlyList<ServicePlanRow> services) => services.Count == 0
        ? [StyledLine.Of("No service has a build section.")]
        : [.. services.SelectMany(s => Block(s).Prepend(StyledLine.Empty)).Skip(1)];

    private static IEnumerable<StyledLine> Block(ServicePlanRow service)
    {
        var facts = FactList.Render([
            .. Fact("context", service.Context),
            .. Fact("dockerfile", service.Dockerfile),
            .. Fact("target", service.Target),
            .. Fact("args", [.. service.Args.Select(a => $"{a.Key}={a.Value}")]),
            .. Fact("tags", [.. service.Tags]),
            .. Fact("platforms", string.Join(", ", service.Platforms)),
            .. Fact("cache mounts", Mounts(service.CacheMounts)),
        ]);
        return facts.Select(line => new StyledLine([new("  "), .. line.Parts])).Prepend(StyledLine.Of(service.Name, Tone.Strong));
    }

    // A fact with several values says its name once.
    private static IEnumerable<KeyValuePair<string, string>> Fact(string name, params string?[] values) => values
        .Where(v => !string.IsNullOrEmpty(v))
        .Select((v, i) => KeyValuePair.Create(i == 0 ? name : "", v!));

    private static string[] Mounts(IReadOnlyList<PlannedCacheMount> mounts)
    {
        var names = mounts.Select(m => m.Id == m.Target ? m.Target : $"{m.Target} (id {m.Id})").ToArray();
        var width = names.Select(CellWidth.Of).DefaultIfEmpty().Max();
        return [.. mounts.Zip(names, (m, name) => $"{CellWidth.PadEnd(name, width)}  {m.Sharing,-7}  {m.Place}")];
    }
}
