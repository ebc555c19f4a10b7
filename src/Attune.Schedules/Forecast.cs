using System.Collections.Immutable;
using Attune.Builds.Running;
using Attune.Projects;
using Attune.Schedules.Contention;
using Attune.Schedules.Filling;
using Attune.Schedules.History;
using Attune.Schedules.Ordering;
using Attune.Schedules.Simulation;

namespace Attune.Schedules;

/// <summary>Services that are built beside each other, before those of the next phase.</summary>
/// <param name="Plan">The services.</param>
/// <param name="MaxParallel">How many of them at once.</param>
public sealed record ForecastPhase(BuildPlan Plan, int MaxParallel)
{
    /// <summary>What becomes of what is built. Builds whose images are discarded fill caches for a later phase, which builds the services.</summary>
    public ImagePolicy Images { get; init; }
}

/// <summary>What a build is expected to do when.</summary>
/// <param name="Services">The services in the order of phases, each in the first phase that it is part of: later ones find it cached.</param>
/// <param name="Duration">The whole build's.</param>
/// <param name="ComposeDuration">What it would be if services started in the order of the compose file.</param>
public sealed record Forecast(ImmutableArray<PredictedService> Services, TimeSpan Duration, TimeSpan ComposeDuration)
{
    /// <summary>How many steps of some length were guessed.</summary>
    public int Unknown { get; private init; }

    /// <summary>How many steps of some length never ran with their caches as they are now.</summary>
    public int Unlike { get; private init; }

    /// <summary>What it assumes that steps find in their caches.</summary>
    public CacheFill Caches { get; private init; }

    /// <summary>Plays a build through, phase by phase.</summary>
    /// <param name="phases">What is built after what.</param>
    /// <param name="history">What earlier runs took.</param>
    /// <param name="policy">Which steps run.</param>
    /// <param name="caches">The cache mounts that the engine has; null when nobody knows.</param>
    public static Forecast Of(ImmutableArray<ForecastPhase> phases, DurationHistory history, LayerCachePolicy policy, KeptCaches? caches)
    {
        ArgumentNullException.ThrowIfNull(history);
        var forecast = new Forecast([], TimeSpan.Zero, TimeSpan.Zero);
        foreach (var phase in phases)
        {
            var known = phase.Images == ImagePolicy.Discard ? [] : forecast.Services.Select(s => s.Service).ToHashSet(StringComparer.Ordinal);
            var model = new ContentionModel([.. ContentionModel.Of(phase.Plan).Services.Where(s => !known.Contains(s.Service)).Select(s => s.Without(known))]);
            // The run itself goes by what steps took in all runs: it doesn't ask for the caches first.
            var usual = new BuildDurations(model, history, policy);
            var durations = new BuildDurations(model, history, policy, caches);
            var choice = ScheduleChoice.Of(model, usual, phase.MaxParallel);
            var engine = new SimulatedEngine(phase.MaxParallel, history.Slowdown);
            forecast = forecast.Then(
                BuildSimulator.Run(model, durations, engine, ended => choice.Create(model, usual, ended)),
                BuildSimulator.Run(model, durations, engine, _ => ComposeOrder.Instance),
                durations,
                phase.Images == ImagePolicy.Discard ? " (fetch)" : "");
        }

        return forecast;
    }

    private Forecast Then(PredictedBuild phase, PredictedBuild composeOrder, BuildDurations durations, string label) => new(
        [.. Services, .. phase.Services.Select(s => s.Later(Duration) with { Service = s.Service + label })],
        Duration + phase.Duration,
        ComposeDuration + composeOrder.Duration)
    {
        Unknown = Unknown + durations.Unknown,
        Unlike = Unlike + durations.Unlike,
        Caches = (CacheFill)Math.Max((int)Caches, (int)durations.Fill),
    };
}
