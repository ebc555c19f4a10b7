using Attune.Dockerfiles.Mounts;
using Attune.Hazards;
using Attune.Projects;
using Attune.Schedules.Contention;
using Attune.Schedules.History;

namespace Attune.Workflow.Checks;

/// <summary>What earlier builds of a plan took, for findings that name costs. Nothing is read until one asks: most checks have none.</summary>
internal sealed class MeasuredBuilds : IBuildRecord
{
    private readonly Lazy<DurationHistory> _history;
    private readonly Lazy<ContentionModel> _model;
    private readonly Lazy<Dictionary<(string Service, string Cache), TimeSpan>> _waits;

    /// <param name="plan">What is checked.</param>
    /// <param name="historyPath">The file of its durations; there is none when it was never built.</param>
    public MeasuredBuilds(BuildPlan plan, string historyPath)
    {
        _history = new(() => DurationHistory.TryLoad(historyPath) ?? DurationHistory.Empty);
        _model = new(() => ContentionModel.Of(plan));
        _waits = new(() => _history.Value.LockWaits
            .GroupBy(w => (w.Service, w.Cache)).ToDictionary(w => w.Key, w => w.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait.Duration)));
    }

    public TimeSpan? WaitOf(string service, CacheMount cache) =>
        _waits.Value.TryGetValue((service, CacheIdentity.Of(cache).DisplayId), out var wait) ? wait : null;

    public TimeSpan? WorkOf(string service, CacheMount cache)
    {
        if (_history.Value.Runs == 0)
            return null;
        var identity = CacheIdentity.Of(cache);
        var times = _model.Value.Find(service)?.Steps.Where(s => s.Claims.Any(c => c.Cache == identity)).Select(s => _history.Value.TimeOf(s.Key)).ToList() ?? [];
        return times is [] || times.Contains(null) ? null : times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time!.Value);
    }
}
