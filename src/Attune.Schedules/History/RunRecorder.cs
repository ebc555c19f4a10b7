using Attune.Builds.Events;
using Attune.Schedules.Contention;
using Attune.Schedules.Filling;

namespace Attune.Schedules.History;

/// <summary>Measures a run from its events: how long each step worked, and who waited for what.</summary>
/// <param name="model">What runs.</param>
internal sealed class RunRecorder(ContentionModel model)
{
    private readonly Dictionary<(string Service, string Id), MeasuredStep> _steps = [];
    private readonly Dictionary<string, string> _owners = [];
    private readonly Dictionary<string, MeasuredService> _services = [];
    private readonly Dictionary<(string Service, string Cache), TimeSpan> _waits = [];
    private readonly Dictionary<(string Service, string Id), string> _waitsFor = [];
    private DateTimeOffset? _firstUse;
    private DateTimeOffset _started;
    private TimeSpan _duration;

    public void Take(BuildEvent buildEvent)
    {
        switch (buildEvent)
        {
            case BuildStarted e:
                _started = e.At;
                break;
            case ServiceStarted e:
                _services[e.Service] = new(e.At);
                break;
            case StepChanged e when model.Find(e.Service)?.Find(e.Step.Name) is { } planned:
                Take(e, planned);
                break;
            case LockWaitChanged e:
                _waitsFor[(e.Service, e.StepId)] = e.Wait.Cache;
                break;
            case LockWaitEnded e:
                Take(e);
                break;
            case ServiceFinished e when _services.GetValueOrDefault(e.Result.Service) is { } service:
                service.Ended = e.Result.Outcome == ServiceOutcome.Built ? e.At : null;
                break;
            case BuildFinished e:
                _duration = e.Result.Duration;
                break;
        }
    }

    /// <summary>Whether a step ran that mounts a cache.</summary>
    public bool HasUsedCaches => _firstUse is not null;

    /// <summary>What an earlier history becomes by this run.</summary>
    /// <param name="earlier">The history.</param>
    /// <param name="caches">What the engine keeps after the run; null when nobody knows.</param>
    /// <param name="cpus">How many the engine has.</param>
    public DurationHistory AddTo(DurationHistory earlier, KeptCaches? caches, int cpus)
    {
        MeasuredStep[] worked = [.. _steps.Values.Where(s => s.WorkedFrom is not null && s.Planned.Keyword == "RUN")];
        var run = new RunEntry((earlier.Document.Runs is [.., var last] ? last.Number : 0) + 1, _started, Math.Round(_duration.TotalSeconds, 3),
            [.. _waits.Where(w => w.Value > TimeSpan.Zero).Select(w => new WaitEntry(w.Key.Service, w.Key.Cache, Math.Round(w.Value.TotalSeconds, 3)))])
        {
            Executed = worked.Count(s => s.Planned.Claims.Length > 0),
        };
        var steps = _steps.Values.Select(s => s.Sample(worked, FillOf(s.Planned, caches))).OfType<NewStep>();
        return HistoryMerge.Add(earlier.Document, run, cpus, steps, _services.Select(s => s.Value.Sample(s.Key)).OfType<ServiceEntry>());
    }

    private CacheFill FillOf(PlannedStep step, KeptCaches? caches) =>
        _firstUse is { } first && caches is not null ? caches.FillOf(step, first) : CacheFill.Unknown;

    private void Take(StepChanged changed, PlannedStep planned)
    {
        if (planned.Claims is not [] && changed.Step is { State: StepState.Running, Started: { } begun })
            _firstUse ??= begun;
        // A step that several services share is measured for the first of them.
        if (_owners.TryAdd(changed.Step.Id, changed.Service) || _owners[changed.Step.Id] == changed.Service)
        {
            if (!_steps.TryGetValue((changed.Service, changed.Step.Id), out var step))
                _steps[(changed.Service, changed.Step.Id)] = step = new(planned);
            step.Take(changed.Step, changed.At);
        }

        if (planned.Keyword != "FROM" && changed.Step.State != StepState.Waiting && _services.GetValueOrDefault(changed.Service) is { } service)
        {
            service.FirstStep ??= changed.At;
            service.LastStep = changed.At;
        }
    }

    private void Take(LockWaitEnded ended)
    {
        if (_waitsFor.Remove((ended.Service, ended.StepId), out var cache))
            _waits[(ended.Service, cache)] = _waits.GetValueOrDefault((ended.Service, cache)) + ended.Waited;
        if (_steps.GetValueOrDefault((ended.Service, ended.StepId)) is { } step)
            step.Waited += ended.Waited;
    }
}
