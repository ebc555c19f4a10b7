using System.Collections.Immutable;
using Attune.Projects;

namespace Attune.Fleets.Placement;

/// <summary>Decides which engine builds which service.</summary>
public static class FleetPlacement
{
    // Not to build where it was built last means to do without the layers and caches that are there.
    private const double ColdFactor = 2;

    // Spreading services that share work makes every engine do that work: it must gain more than this.
    private const double LeastGain = 0.1;

    /// <summary>For every service the number of an engine.</summary>
    /// <param name="plan">The services.</param>
    /// <param name="cores">What each engine can do at once.</param>
    /// <param name="experience">What earlier builds tell.</param>
    public static ImmutableDictionary<string, int> Of(BuildPlan plan, ImmutableArray<int> cores, PlacementExperience experience)
    {
        var loads = ServiceLoad.Of(plan, experience.Weight);
        var units = Glue(loads, Sources(plan));
        var apart = Spread(units, cores, experience);
        var together = Spread(Glue(loads, [.. Sources(plan), .. SharedWork(loads)]), cores, experience);
        var best = TimeOf(together) <= TimeOf(apart) * (1 + LeastGain) ? together : apart;
        return best.SelectMany((engine, i) => engine.Services.Select(s => KeyValuePair.Create(s.Service, i))).ToImmutableDictionary();
    }

    // The longest first, each where all is done soonest.
    private static PlacedServices[] Spread(IEnumerable<ImmutableArray<ServiceLoad>> units, ImmutableArray<int> cores, PlacementExperience experience)
    {
        PlacedServices[] engines = [.. cores.Select(c => new PlacedServices(Math.Max(c, 1)))];
        foreach (var unit in units.OrderByDescending(u => u.Sum(s => s.Weight)))
        {
            var choices = engines.Select((engine, i) => (Index: i, Engine: engine, Weighed: Weigh(unit, i, experience)));
            var best = choices.OrderBy(c => Math.Round(c.Engine.With(c.Weighed).Time, 6)).ThenByDescending(c => c.Engine.CachesIn(unit)).ThenBy(c => c.Index).First();
            engines[best.Index] = best.Engine.With(best.Weighed);
        }

        return engines;
    }

    private static ImmutableArray<ServiceLoad> Weigh(ImmutableArray<ServiceLoad> unit, int engine, PlacementExperience experience) =>
        [.. unit.Select(s => experience.LastEngine(s.Service) is { } last && last != engine ? s with { Weight = s.Weight * ColdFactor } : s)];

    private static double TimeOf(PlacedServices[] engines) => engines.Max(e => e.Time);

    // A service that starts from another one's image needs it on its own engine.
    private static List<(string, string)> Sources(BuildPlan plan)
    {
        var names = plan.Services.Select(s => s.Name).ToHashSet();
        return [.. from service in plan.Services from source in service.SourceServices where names.Contains(source) select (service.Name, source)];
    }

    private static IEnumerable<(string, string)> SharedWork(ImmutableArray<ServiceLoad> loads) =>
        loads.SelectMany((a, i) => loads.Skip(i + 1).Where(b => a.Stages.Overlaps(b.Stages)).Select(b => (a.Service, b.Service)));

    private static List<ImmutableArray<ServiceLoad>> Glue(ImmutableArray<ServiceLoad> loads, IReadOnlyCollection<(string A, string B)> bonds)
    {
        var unitOf = loads.ToDictionary(l => l.Service, l => l.Service);
        foreach (var (a, b) in bonds)
        {
            var (kept, gone) = (unitOf[a], unitOf[b]);
            foreach (var name in unitOf.Keys.Where(n => unitOf[n] == gone).ToList())
                unitOf[name] = kept;
        }

        return [.. loads.GroupBy(l => unitOf[l.Service]).Select(u => u.ToImmutableArray())];
    }
}

/// <summary>What earlier builds tell of services.</summary>
/// <param name="Weight">How long a service takes; null when not known.</param>
/// <param name="LastEngine">The number of the engine that built it last; null when that is none of them.</param>
public sealed record PlacementExperience(Func<string, double?> Weight, Func<string, int?> LastEngine)
{
    /// <summary>None.</summary>
    public static PlacementExperience None { get; } = new(_ => null, _ => null);
}
