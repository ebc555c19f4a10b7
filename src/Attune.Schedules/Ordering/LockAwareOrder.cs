using Attune.Builds.Running;
using Attune.Schedules.Contention;
using Attune.Schedules.History;

namespace Attune.Schedules.Ordering;

/// <summary>
/// Starts what the end of the whole build waits for longest: the start of a long chain of services, or a user of the cache with the longest
/// queue. What could only queue comes after what can work; services that could wait for each other for ever never run together.
/// </summary>
public sealed class LockAwareOrder : IBuildOrder
{
    private readonly ContentionModel _model;
    private readonly ServiceWeights _weights;
    private readonly Func<string, PlannedStep, bool> _hasEnded;
    private readonly HashSet<string> _started = [];

    /// <summary>Prepares the order of one run.</summary>
    /// <param name="model">Who contends for what.</param>
    /// <param name="durations">What steps are expected to take.</param>
    /// <param name="hasEnded">Whether a step of a running service has ended, so that it stands in nobody's way any more.</param>
    public LockAwareOrder(ContentionModel model, BuildDurations durations, Func<string, PlannedStep, bool> hasEnded)
    {
        (_model, _hasEnded) = (model, hasEnded);
        _weights = new(model, durations);
    }

    /// <inheritdoc/>
    public string? Next(BuildFrontier frontier)
    {
        ArgumentNullException.ThrowIfNull(frontier);
        ServiceSteps[] running = [.. frontier.Running.Select(_model.Find).OfType<ServiceSteps>()];
        var next = frontier.Ready
            .Where(name => running is [] || !CouldHang(name, running))
            .OrderBy(name => WouldQueue(name, running))
            .ThenByDescending(name => _weights.Urgency(name, _started))
            .ThenByDescending(_weights.LengthOf)
            .FirstOrDefault();
        if (next is not null)
            _started.Add(next);
        return next;
    }

    private bool CouldHang(string name, ServiceSteps[] running) =>
        _model.Find(name) is { } service && new LockOrderGraph(running.Append(service)).HasCircle();

    private bool WouldQueue(string name, ServiceSteps[] running) => _model.Find(name) is { } service && running.Any(other =>
        other.Steps.Any(theirs => theirs.Claims.Length > 0 && !_hasEnded(other.Service, theirs) && service.Steps.Any(own => Waits(own, theirs))));

    private static bool Waits(PlannedStep own, PlannedStep other) =>
        own.Identity != other.Identity && own.Claims.Any(c => other.Claims.Any(c.WaitsFor));
}
