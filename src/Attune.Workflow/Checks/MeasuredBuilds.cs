using Attune.Dockerfiles.Mounts;
using Attune.Hazards;
using Attune.Projects;
using Attune.Schedules.Contention;
using Attune.Schedules.History;

namespace Attune.Workflow.Checks;

/// <summary>What earlier builds of a plan took, for findings that name costs.</summary>
internal sealed class MeasuredBuilds : IBuildRecord
{
    private readonly DurationHistory _history;
    private readonly Lazy<ContentionModel> _model;
    private readonly Dictionary<(string Service, string Cache), TimeSpan> _waits;

    private MeasuredBuilds(DurationHistory history, BuildPlan plan)
    {
        _history = history;
        _model = new(() => ContentionModel.Of(plan));
        _waits = history.LockWaits.GroupBy(w => (w.Service, w.Cache)).ToDictionary(w => w.Key, w => w.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait.Duration));
    }

    /// <summary>The record of a project; null when it was never built.</summary>
    /// <param name="plan">What is checked.</param>
    /// <param name="stateDirectory">Where the build keeps what it remembers.</param>
    public static MeasuredBuilds? Find(BuildPlan plan, string stateDirectory) =>
        DurationHistory.TryLoad(HistoryFile.PathFor(stateDirectory, plan.Project.Name, plan.Project.Directory)) is { } history ? new(history, plan) : null;

    public TimeSpan? WaitOf(string service, CacheMount cache) =>
        _waits.TryGetValue((service, CacheIdentity.Of(cache).DisplayId), out var wait) ? wait : null;

    public TimeSpan? WorkOf(string service, CacheMount cache)
    {
        var identity = CacheIdentity.Of(cache);
        var times = _model.Value.Find(service)?.Steps.Where(s => s.Claims.Any(c => c.Cache == identity)).Select(s => _history.TimeOf(s.Key)).ToList() ?? [];
        return times is [] || times.Contains(null) ? null : times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time!.Value);
    }
}
