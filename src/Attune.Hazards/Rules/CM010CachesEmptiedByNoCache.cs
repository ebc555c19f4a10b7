using Attune.Hazards.Facts;
using Attune.Hazards.Suppression;

namespace Attune.Hazards.Rules;

/// <summary>A service is always built without cache, which empties its cache mounts, also for builds that use them meanwhile.</summary>
internal sealed class CM010CachesEmptiedByNoCache() : ProjectRule(Severity.Warning)
{
    public override IEnumerable<Finding> Check(ProjectFacts facts)
    {
        foreach (var build in facts.Builds.Where(b => b.Service.Section.NoCache).DistinctBy(b => b.Service.Name))
        {
            var own = facts.Places.SelectMany(p => p.Uses).Where(u => ReferenceEquals(u.Step.Build, build)).ToList();
            if (own.Count == 0)
                continue;
            var sufferers = own
                .SelectMany(u => u.Cache.Uses).SelectMany(u => u.Step.Occurrences)
                .Select(o => o.Build.Service.Name).Where(n => n != build.Service.Name).Distinct(StringComparer.Ordinal).ToList();
            yield return Report(build, own[0], sufferers);
        }
    }

    private Finding Report(PlatformBuild build, PlacedUse use, List<string> sufferers) =>
        new(Id, Name, build.Service.Section.Location, Message(build, use, sufferers))
        {
            Severity = sufferers.Count > 0 ? Severity.Warning : Severity.Info,
            CacheId = use.Mount.Id,
            Services = [build.Service.Name, .. sufferers],
            Scope = ScopeOf(build),
            Advice = "Remove no_cache; to run a step again and keep its caches, change an ARG that it uses.",
        };

    private static SectionScope? ScopeOf(PlatformBuild build) => build.Service.Section is { Source: { } source, Location: { } place }
        ? SectionScope.Of(source, place, $"no_cache of {build.Service.Name}")
        : null;

    private static string Message(PlatformBuild build, PlacedUse use, List<string> sufferers) =>
        $"no_cache empties the cache mounts of {build.Service.Name}, such as {use.Mount.Id}, before each build" +
        (sufferers.Count > 0 ? $"; {Names.List(sufferers)} use them too, and may find them empty while they build" : "");
}
