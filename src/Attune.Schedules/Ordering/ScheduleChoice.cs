using Attune.Builds.Running;
using Attune.Schedules.Contention;
using Attune.Schedules.History;
using Attune.Schedules.Simulation;

namespace Attune.Schedules.Ordering;

/// <summary>The order of one run, with what it is expected to do.</summary>
/// <param name="Kind">Which order.</param>
/// <param name="Predicted">What it is expected to do.</param>
/// <param name="ComposeOrder">What the compose file's order would do.</param>
public sealed record ScheduleChoice(OrderKind Kind, PredictedBuild Predicted, PredictedBuild ComposeOrder)
{
    /// <summary>By how much the other order must be longer: no prediction is so exact that less were a reason to keep back what could run.</summary>
    internal const double Clearly = 1.02;

    /// <summary>
    /// Plays the build through in both orders and takes that of the compose file only where it is clearly better, so that no guess makes it worse. One at a time goes by the compose file.
    /// </summary>
    /// <param name="model">The services.</param>
    /// <param name="durations">What their steps are expected to take.</param>
    /// <param name="maxParallel">How many solves at once.</param>
    public static ScheduleChoice Of(ContentionModel model, BuildDurations durations, int maxParallel)
    {
        ArgumentNullException.ThrowIfNull(durations);
        var engine = new SimulatedEngine(maxParallel, durations.Slowdown);
        var compose = BuildSimulator.Run(model, durations, engine, _ => Builds.Running.ComposeOrder.Instance);
        if (maxParallel == 1 || HasCircleOfImages(model))
            return new(OrderKind.Compose, compose, compose);
        var aware = BuildSimulator.Run(model, durations, engine, ended => new LockAwareOrder(model, durations, ended));
        return compose.Hanging is [] && compose.Duration * Clearly < aware.Duration && !new LockOrderGraph(model.Services).HasCircle()
            ? new(OrderKind.Compose, compose, compose)
            : new(OrderKind.LockAware, aware, compose);
    }

    /// <summary>The order for the run itself.</summary>
    /// <param name="model">The services.</param>
    /// <param name="durations">What their steps are expected to take.</param>
    /// <param name="hasEnded">Whether a step of a running service has ended.</param>
    public IBuildOrder Create(ContentionModel model, BuildDurations durations, Func<string, PlannedStep, bool> hasEnded) => Kind == OrderKind.Compose
        ? Builds.Running.ComposeOrder.Instance
        : new LockAwareOrder(model, durations, hasEnded);

    // The builder refuses it, and says so better than a simulation could.
    private static bool HasCircleOfImages(ContentionModel model)
    {
        var left = model.Services.ToList();
        while (left.RemoveAll(s => !s.After.Any(a => left.Any(o => o.Service == a))) > 0)
        {
        }

        return left.Count > 0;
    }
}

/// <summary>Which order.</summary>
public enum OrderKind
{
    /// <summary>By locks and by what takes longest.</summary>
    LockAware,

    /// <summary>That of the compose file.</summary>
    Compose,
}
