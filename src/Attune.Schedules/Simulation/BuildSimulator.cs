using Attune.Builds.Running;
using Attune.Schedules.Contention;
using Attune.Schedules.History;

namespace Attune.Schedules.Simulation;

/// <summary>
/// Plays a build through as the engine would run it: cached steps take no time, equal steps run once, whoever wants a locked cache looks for it
/// every 100 ms, and steps that work at the same time slow each other down. The same input always gives the same result.
/// </summary>
public sealed class BuildSimulator
{
    private readonly ContentionModel _model;
    private readonly SimulatedEngine _engine;
    private readonly Dictionary<string, ActivityGraph> _graphs;
    private readonly SimulatedCaches _caches = new();
    private readonly Dictionary<string, Activity> _runners = [];
    private readonly List<Activity> _working = [];
    private readonly List<string> _unstarted;
    private readonly List<string> _running = [];
    private double _now;

    private BuildSimulator(ContentionModel model, BuildDurations durations, SimulatedEngine engine)
    {
        (_model, _engine) = (model, engine);
        _graphs = model.Services.ToDictionary(s => s.Service, s => ActivityGraph.Of(s, durations));
        _unstarted = [.. model.Services.Select(s => s.Service)];
    }

    /// <summary>Plays a build through.</summary>
    /// <param name="model">Its services.</param>
    /// <param name="durations">What their steps take.</param>
    /// <param name="engine">Where.</param>
    /// <param name="order">Makes the order in which services start; given what tells whether a step has ended.</param>
    public static PredictedBuild Run(
        ContentionModel model, BuildDurations durations, SimulatedEngine engine, Func<Func<string, PlannedStep, bool>, IBuildOrder> order)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(order);
        var simulator = new BuildSimulator(model, durations, engine);
        return simulator.Run(order(simulator.HasEnded));
    }

    private PredictedBuild Run(IBuildOrder order)
    {
        StartServices(order);
        while (_running.Count > 0 && Advance())
            StartServices(order);
        return new([.. _model.Services.Select(s => Prediction.Of(_graphs[s.Service]))], TimeSpan.FromSeconds(_now));
    }

    private bool HasEnded(string service, PlannedStep step) =>
        _graphs[service].Steps[_model.Find(service)!.Steps.IndexOf(step)].End >= 0;

    private void StartServices(IBuildOrder order)
    {
        while (_running.Count < _engine.MaxParallel)
        {
            string[] ready = [.. _unstarted.Where(s => _model.Find(s)!.After.All(a => _graphs[a].Finish.End >= 0))];
            if (ready is [] || (order.Next(new(ready, [.. _running])) ?? (_running.Count == 0 ? ready[0] : null)) is not { } next)
                return;
            _unstarted.Remove(next);
            _running.Add(next);
            Begin(_graphs[next].Setup);
        }
    }

    // Moves on to the next moment at which anything happens; false when nothing will ever happen again.
    private bool Advance()
    {
        var heavy = _working.Count(a => a.IsHeavy);
        var rate = 1 / Calibration.Factor(heavy, _engine.Slowdown);
        var untilEnd = _working.Count == 0 ? double.PositiveInfinity : _working.Min(a => a.IsHeavy ? a.Left / rate : a.Left);
        var (untilPoll, next) = _caches.NextPoll(_now);
        var step = Math.Min(untilEnd, untilPoll);
        if (double.IsPositiveInfinity(step))
            return false;
        _now += step;
        foreach (var activity in _working)
            activity.Left -= activity.IsHeavy ? step * rate : step;
        if (untilPoll <= untilEnd)
            Claim(next!);
        foreach (var ended in _working.Where(a => a.Left <= 1e-9).ToList())
            End(ended);
        return true;
    }

    private void Begin(Activity activity)
    {
        activity.Start = _now;
        if (activity.Step is { } step && _runners.TryGetValue(step.Identity, out var runner))
        {
            activity.Runner = runner;
            if (runner.End >= 0)
                End(activity);
            else
                runner.Followers.Add(activity);
            return;
        }

        if (activity.Step is { } own)
            _runners[own.Identity] = activity;
        // A cached step takes no locks.
        if (activity.Left <= 0)
            End(activity);
        else
            Claim(activity);
    }

    private void Claim(Activity activity)
    {
        if (!_caches.TryTake(activity, _now))
            return;
        activity.WorkFrom = _now;
        _working.Add(activity);
    }

    private void End(Activity activity)
    {
        _working.Remove(activity);
        activity.End = _now;
        _caches.Release(activity, _now);
        foreach (var follower in activity.Followers)
            End(follower);
        if (activity == _graphs[activity.Service].Finish)
            _running.Remove(activity.Service);
        foreach (var next in activity.Next.Where(n => --n.Missing == 0))
            Begin(next);
    }
}
