using Attune.Builds.Events;
using Attune.Schedules.Contention;
using Attune.Schedules.Filling;

namespace Attune.Schedules.History;

/// <summary>A step of the run that is measured.</summary>
internal sealed class MeasuredStep(PlannedStep planned)
{
    private BuildStep? _last;
    private DateTimeOffset? _runningSince;
    private DateTimeOffset? _ended;

    public PlannedStep Planned { get; } = planned;

    /// <summary>How much of its time it waited for caches.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>When it began to work, by our clock; null if it didn't work to its end.</summary>
    public DateTimeOffset? WorkedFrom => _last?.State == StepState.Done && _ended is not null ? (_runningSince ?? _ended) + Waited : null;

    public void Take(BuildStep step, DateTimeOffset at)
    {
        _last = step;
        if (step.State == StepState.Running)
            _runningSince ??= at;
        else if (step.State > StepState.Running)
            _ended ??= at;
    }

    public NewStep? Sample(IReadOnlyList<MeasuredStep> others, CacheFill fill) => _last switch
    {
        { State: StepState.Cached } => new(Planned.Key, null),
        { State: StepState.Done, Completed: { } completed, Started: { } started } =>
            new(Planned.Key, new(Math.Round(Math.Max((completed - started - Waited).TotalSeconds, 0), 3), Math.Round(Load(others), 2)) { Fill = fill }),
        _ => null,
    };

    // The mean number of steps that worked while this one did.
    private double Load(IReadOnlyList<MeasuredStep> others)
    {
        if (Planned.Keyword != "RUN" || WorkedFrom is not { } from || _ended is not { } to || to <= from)
            return 1;
        var together = others.Where(o => o != this).Sum(o => Math.Max((Least(o._ended!.Value, to) - Greatest(o.WorkedFrom!.Value, from)).TotalSeconds, 0));
        return 1 + (together / (to - from).TotalSeconds);
    }

    private static DateTimeOffset Least(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Greatest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

/// <summary>A service of the run that is measured.</summary>
internal sealed class MeasuredService(DateTimeOffset started)
{
    public DateTimeOffset? FirstStep { get; set; }

    public DateTimeOffset? LastStep { get; set; }

    /// <summary>When it ended well, having run a step.</summary>
    public DateTimeOffset? Ended { get; set; }

    public ServiceEntry? Sample(string service) => FirstStep is { } first && LastStep is { } last && Ended is { } ended
        ? new(service, [Seconds(first - started)], [Seconds(ended - last)])
        : null;

    private static double Seconds(TimeSpan time) => Math.Round(Math.Max(time.TotalSeconds, 0), 3);
}
