using Attune.Builds.Events;
using Attune.Schedules.Contention;

namespace Attune.Schedules.Waiting;

/// <summary>
/// Tells which steps wait for which locked caches. The engine counts such a step as running and says nothing; that it waits follows from the
/// plan (who locks what), from who started first and from who prints. Adds events to the stream, and the waits to the results.
/// </summary>
/// <param name="model">Who contends for what.</param>
/// <param name="inner">Told every event, with those that are added.</param>
public sealed class LockWatch(ContentionModel model, IBuildSink inner) : IBuildSink
{
    private readonly Lock _gate = new();
    private readonly LockTable _table = new();
    private readonly Dictionary<(string Service, string StepId), PlannedStep> _planned = [];
    private readonly HashSet<(string Service, StepKey Step)> _ended = [];
    private readonly Dictionary<string, TimeSpan> _waited = [];

    /// <summary>Whether a step of a service has ended; may be asked from any thread.</summary>
    public bool HasEnded(string service, PlannedStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        lock (_gate)
            return _ended.Contains((service, step.Key));
    }

    /// <summary>How long steps of a service waited, so far.</summary>
    public TimeSpan WaitedOf(string service)
    {
        lock (_gate)
            return _waited.GetValueOrDefault(service);
    }

    /// <summary>A result with the waits in it.</summary>
    public BuildResult Complete(BuildResult result) =>
        result is null ? throw new ArgumentNullException(nameof(result)) : result with { Services = [.. result.Services.Select(Complete)] };

    /// <inheritdoc/>
    public void Publish(BuildEvent buildEvent)
    {
        if (buildEvent is ServiceFinished ending)
            Report(Take(ending));
        inner.Publish(buildEvent switch
        {
            ServiceFinished e => e with { Result = Complete(e.Result) },
            BuildFinished e => e with { Result = Complete(e.Result) },
            _ => buildEvent,
        });
        Report(Take(buildEvent));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private ServiceResult Complete(ServiceResult result) => result with { Waited = WaitedOf(result.Service) };

    private void Report(IReadOnlyList<BuildEvent> events)
    {
        foreach (var e in events)
            inner.Publish(e);
    }

    private List<BuildEvent> Take(BuildEvent buildEvent)
    {
        lock (_gate)
        {
            var news = new List<BuildEvent>();
            switch (buildEvent)
            {
                case StepChanged e:
                    Take(e, news);
                    break;
                case StepOutput e when Find(e.Service, e.StepId) is { } step:
                    _table.Prove(step);
                    break;
                case ServiceFinished e:
                    foreach (var step in _table.Steps.Where(s => s.Users.Any(u => u.Service == e.Result.Service)).ToList())
                        Leave(step, e.Result.Service, e.At, news);
                    break;
                default:
                    return news;
            }

            Compare(buildEvent.At, news);
            return news;
        }
    }

    private void Take(StepChanged e, List<BuildEvent> news)
    {
        var key = (e.Service, e.Step.Id);
        if (!_planned.TryGetValue(key, out var planned))
        {
            if (model.Find(e.Service)?.Find(e.Step.Name) is not { } found)
                return;
            _planned[key] = planned = found;
        }

        if (e.Step.State > StepState.Running)
        {
            if (e.Step.State is StepState.Done or StepState.Cached)
                _ended.Add((e.Service, planned.Key));
            if (Find(e.Service, e.Step.Id) is { } step)
                EndOf(step, e, news);
        }
        else if (e.Step.State == StepState.Running && planned.Claims is not [] && !_ended.Contains((e.Service, planned.Key)) && Find(e.Service, e.Step.Id) is null)
        {
            // Equal steps of several services run once: the later ones wait for the first, not for a lock.
            if (_table.Steps.FirstOrDefault(s => s.Planned.Identity == planned.Identity) is { } same)
                same.Users.Add(key);
            else
                _table.Start(new(e.Service, e.Step.Id, planned, e.At));
        }
    }

    private void EndOf(ActiveStep step, StepChanged e, List<BuildEvent> news)
    {
        if (e.Step.State == StepState.Done)
            _table.Prove(step);
        if (e.Step.State == StepState.Cancelled && step.Users.Count > 1)
            step.Users.Remove((e.Service, e.Step.Id));
        else
            Remove(step, e.At, news);
    }

    private void Leave(ActiveStep step, string service, DateTimeOffset at, List<BuildEvent> news)
    {
        if (step.Users.Count > 1)
            step.Users.RemoveAll(u => u.Service == service);
        else
            Remove(step, at, news);
    }

    private void Remove(ActiveStep step, DateTimeOffset at, List<BuildEvent> news)
    {
        Settle(step, step.IsProven || step.Wanted is null ? _table.WorkedSince(step) : at, at, news);
        _table.End(step, at);
    }

    private void Compare(DateTimeOffset now, List<BuildEvent> news)
    {
        foreach (var step in _table.Steps.Where(s => s.WaitsSince is not null).ToList())
        {
            if (step.Wanted is null)
            {
                Settle(step, _table.WorkedSince(step), now, news);
                continue;
            }

            var holder = _table.Steps.FirstOrDefault(step.WaitsFor);
            var wait = new LockWait(
                step.Wanted.Cache.DisplayId, holder is null || LockTable.MayBeEither(step, holder) ? null : holder.Users[0].Service, step.WaitsSince!.Value);
            // Nothing is said of a wait before it is known to be one.
            if (wait == step.Reported || (wait.Holder is null && step.Reported is null))
                continue;
            step.Reported = wait;
            news.Add(new LockWaitChanged(now, step.Users[0].Service, step.Users[0].StepId, wait));
        }
    }

    private void Settle(ActiveStep step, DateTimeOffset until, DateTimeOffset now, List<BuildEvent> news)
    {
        if (step.WaitsSince is not { } since)
            return;
        step.WaitsSince = null;
        var waited = until - since;
        var (service, id) = step.Users[0];
        if (waited <= TimeSpan.Zero && step.Reported is null)
            return;
        waited = waited < TimeSpan.Zero ? TimeSpan.Zero : waited;
        _waited[service] = _waited.GetValueOrDefault(service) + waited;
        if (step.Reported is null)
            news.Add(new LockWaitChanged(now, service, id, new(step.Claims[0].Cache.DisplayId, null, since)));
        step.Reported = null;
        news.Add(new LockWaitEnded(now, service, id, waited));
    }

    private ActiveStep? Find(string service, string stepId) => _table.Steps.FirstOrDefault(s => s.Users.Contains((service, stepId)));
}
