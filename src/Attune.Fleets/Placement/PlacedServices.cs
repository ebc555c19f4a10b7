using System.Collections.Immutable;

namespace Attune.Fleets.Placement;

/// <summary>The services of one engine, and how long it is expected to be at them.</summary>
/// <param name="Cores">How much it can do at once.</param>
internal sealed record PlacedServices(int Cores)
{
    // Of a service whose stage another one builds too, this much is that stage: compiling, where the rest is copying.
    private const double StageShare = 0.75;

    public ImmutableArray<ServiceLoad> Services { get; init; } = [];

    /// <summary>The longer one of what the cores have to do and of the longest queue for a cache.</summary>
    public double Time
    {
        get
        {
            var own = OwnWeights();
            var queues = Services.SelectMany(s => s.Locks).Distinct().Select(l => Services.Where(s => s.Locks.Contains(l)).Sum(s => own[s]));
            return Math.Max(own.Values.Sum() / Cores, queues.Append(own.Values.DefaultIfEmpty().Max()).Max());
        }
    }

    public PlacedServices With(IEnumerable<ServiceLoad> more) => this with { Services = [.. Services, .. more] };

    /// <summary>How many caches of these services are those of services that are here.</summary>
    public int CachesIn(IReadOnlyCollection<ServiceLoad> more) =>
        Services.SelectMany(s => s.Caches).ToHashSet().Intersect(more.SelectMany(s => s.Caches)).Count();

    // The heaviest of those that share a stage pays for it.
    private Dictionary<ServiceLoad, double> OwnWeights()
    {
        var paid = new HashSet<string>();
        return Services.OrderByDescending(s => s.Weight).ToDictionary(s => s, s =>
        {
            var isShared = s.Stages.Any(paid.Contains);
            paid.UnionWith(s.Stages);
            return isShared ? s.Weight * (1 - StageShare) : s.Weight;
        });
    }
}
