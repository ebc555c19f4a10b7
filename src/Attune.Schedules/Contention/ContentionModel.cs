using System.Collections.Immutable;
using Attune.Projects;

namespace Attune.Schedules.Contention;

/// <summary>Which steps of which services get into each other's way.</summary>
/// <param name="Services">In compose order.</param>
public sealed record ContentionModel(ImmutableArray<ServiceSteps> Services)
{
    private readonly Dictionary<string, ServiceSteps> _byName = Services.ToDictionary(s => s.Service, StringComparer.Ordinal);

    /// <summary>The caches that steps of several services want and at least one wants locked, each with those services, in compose order.</summary>
    public ImmutableArray<ContendedCache> ContendedCaches { get; } = [.. FindContended(Services)];

    /// <summary>A service's steps, or null.</summary>
    public ServiceSteps? Find(string service) => _byName.GetValueOrDefault(service);

    /// <summary>The model of a plan.</summary>
    public static ContentionModel Of(BuildPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var names = plan.Services.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return new([.. plan.Services.Select(s => ServiceSteps.Of(s, names))]);
    }

    // A step that the engine runs once for several services doesn't contend with itself.
    private static IEnumerable<ContendedCache> FindContended(ImmutableArray<ServiceSteps> services) =>
        from use in services.SelectMany(s => s.Steps.SelectMany(step => step.Claims.Select(claim => (s.Service, Step: step, Claim: claim))))
        group use by use.Claim.Cache into cache
        where cache.Any(u => cache.Any(o => o.Step.Identity != u.Step.Identity && o.Service != u.Service && u.Claim.WaitsFor(o.Claim)))
        select new ContendedCache(cache.Key, [.. cache.Select(u => u.Service).Distinct(StringComparer.Ordinal)]);
}

/// <summary>A cache for which services queue.</summary>
/// <param name="Cache">The cache.</param>
/// <param name="Services">Those that use it.</param>
public sealed record ContendedCache(CacheIdentity Cache, ImmutableArray<string> Services);
