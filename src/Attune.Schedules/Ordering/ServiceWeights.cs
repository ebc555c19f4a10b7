using Attune.Dockerfiles.Mounts;
using Attune.Schedules.Contention;
using Attune.Schedules.History;

namespace Attune.Schedules.Ordering;

/// <summary>How much hangs on each service.</summary>
internal sealed class ServiceWeights
{
    private readonly ContentionModel _model;
    private readonly BuildDurations _durations;
    private readonly ILookup<string, string> _dependents;
    private readonly Dictionary<string, TimeSpan> _lengths = [];
    private readonly Dictionary<string, TimeSpan> _tails = [];
    private readonly Dictionary<CacheIdentity, LockUse[]> _uses;

    public ServiceWeights(ContentionModel model, BuildDurations durations)
    {
        (_model, _durations) = (model, durations);
        _dependents = model.Services.SelectMany(s => s.After.Select(a => (a, s.Service))).ToLookup(p => p.a, p => p.Service, StringComparer.Ordinal);
        foreach (var service in model.Services)
            _lengths[service.Service] = Length(service);
        _uses = model.ContendedCaches.ToDictionary(c => c.Cache, c => UsesOf(c.Cache).ToArray());
    }

    /// <summary>How long a service takes alone, and then those that start from its image: the longest chain.</summary>
    public TimeSpan LengthOf(string service)
    {
        if (_tails.TryGetValue(service, out var known))
            return known;
        // A circle is refused before anything starts; this only keeps it from being walked for ever.
        _tails[service] = TimeSpan.Zero;
        return _tails[service] = _lengths.GetValueOrDefault(service) + _dependents[service].Select(LengthOf).DefaultIfEmpty().Max();
    }

    /// <summary>The least time from the start of this service to the end of the build: its own chain, or the queue for a cache that it is part of.</summary>
    public TimeSpan Urgency(string service, IReadOnlySet<string> started)
    {
        var queues = _model.Find(service)?.Steps.SelectMany(s => s.Claims).Select(c => c.Cache).Distinct()
            .Select(cache => _uses.GetValueOrDefault(cache) is { } uses ? Queue(uses, started) : TimeSpan.Zero) ?? [];
        return queues.Append(LengthOf(service)).Max();
    }

    private static TimeSpan Queue(LockUse[] uses, IReadOnlySet<string> started) =>
        uses.Where(u => !started.Contains(u.Service)).Aggregate(TimeSpan.Zero, (sum, use) => sum + use.Time);

    private IEnumerable<LockUse> UsesOf(CacheIdentity cache) =>
        from service in _model.Services
        from step in service.Steps
        where step.Claims.Any(c => c.Cache == cache && c.Sharing == CacheSharing.Locked)
        group _durations.Of(step) by (service.Service, step.Identity) into same
        group (same.Key.Service, Time: same.First()) by same.Key.Identity into once
        select new LockUse(once.First().Service, once.First().Time);

    private TimeSpan Length(ServiceSteps service)
    {
        var ends = new TimeSpan[service.Steps.Length];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = service.Steps[i].Needs.Select(n => ends[n]).DefaultIfEmpty().Max() + _durations.Of(service.Steps[i]);
        return _durations.SetupOf(service.Service) + ends.DefaultIfEmpty().Max() + _durations.FinishOf(service.Service);
    }

    private sealed record LockUse(string Service, TimeSpan Time);
}
